"""How a script looks to people, before it is published."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.nudges.models import Script
from bot.nudges.render import fill, variables_in
from bot.nudges.wording import suits_reader, worded
from bot.registers import Register


@dataclass(frozen=True)
class Preview:
    """The message, its buttons and what each of them answers. Telegram and the chat page show the same words."""

    text: str
    buttons: tuple[str, ...]
    answers: tuple[str, ...]
    words: int


def preview(script: Script, values: Mapping[str, str], register: Register = Register.JE) -> Preview | None:
    """Return how ``script`` looks in ``register`` with example ``values``; a variable without one stays as it is written.

    None when nobody in that register gets it, because it is not written for them.
    """
    if not suits_reader(script, register):
        return None
    words = worded(script, register)
    text = fill(words.text, {name: values.get(name, f"{{{name}}}") for name in variables_in(words.text)})
    labels = tuple(button.label for button in words.buttons)
    return Preview(text, labels, tuple(button.say for button in words.buttons), len(text.split()))
