"""How a script looks to people, before it is published."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.nudges.models import Script
from bot.nudges.render import fill, variables_in


@dataclass(frozen=True)
class Preview:
    """The message, its buttons and what each of them answers. Telegram and the chat page show the same words."""

    text: str
    buttons: tuple[str, ...]
    answers: tuple[str, ...]
    words: int


def preview(script: Script, values: Mapping[str, str]) -> Preview:
    """Return how ``script`` looks with example ``values``; a variable without one stays as it is written."""
    shown = {name: values.get(name, f"{{{name}}}") for name in variables_in(script.text)}
    text = fill(script.text, shown)
    labels = tuple(button.label for button in script.buttons)
    return Preview(text, labels, tuple(button.then.say for button in script.buttons), len(text.split()))
