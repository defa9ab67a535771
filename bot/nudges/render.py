"""Turns a script into the message that one person reads."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from textwrap import shorten

from bot.language.saying.texts import Texts, load_texts
from bot.messages import Button, Reply
from bot.nudges.models import DueNudge, Occasion, Script
from bot.nudges.situation import Situation
from bot.nudges.vocabulary import IDEA, WISH
from bot.nudges.wording import worded
from bot.registers import Register

BUTTON_PAYLOAD = "nudge"
"""First part of what a button of a nudge means: ``nudge:<due_id>:<index>``."""
LONGEST_VALUE = 120
"""Characters of a person's own words inside a text."""

_VARIABLE = re.compile(r"\{([^{}]*)\}")


@lru_cache(maxsize=1024)
def variables_in(text: str) -> frozenset[str]:
    """Return the names between braces, known or not."""
    return frozenset(_VARIABLE.findall(text))


def values_for(wish: str | None, idea: str | None) -> dict[str, str]:
    """Return the variables that can be filled in for a person."""
    known = {WISH: wish, IDEA: idea}
    return {name: _short(value) for name, value in known.items() if value and value.strip()}


@lru_cache(maxsize=256)
def _short(value: str) -> str:
    # One person's words are asked for once for every script that might suit.
    return shorten(value, LONGEST_VALUE, placeholder=" …")


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return ``text`` with its variables filled in; raises KeyError for a variable without a value.

    Values are people's own words, so nothing in them is ever taken as a variable.
    """
    return _VARIABLE.sub(lambda match: values[match[1]], text)


def message(due: DueNudge, script: Script, situation: Situation) -> Reply:
    """Return what the person reads; raises KeyError for a variable without a value."""
    learner = situation.learner
    reply = render(script, due.id, values_for(learner.wish, situation.idea), learner.register)
    if due.occasion is not Occasion.FOLLOW_UP:
        return reply
    return replace(reply, text=_texts().speaking(learner.register)("nudge_follow_up", nudge=reply.text))


@cache
def _texts() -> Texts:
    return load_texts()


def render(script: Script, due_id: int, values: Mapping[str, str], register: Register = Register.JE) -> Reply:
    """Return the message of ``script`` for due row ``due_id``; raises KeyError for a variable without a value."""
    shown = worded(script, register)
    buttons = (Button(button.label, f"{BUTTON_PAYLOAD}:{due_id}:{button.index}") for button in shown.buttons)
    return Reply(fill(shown.text, values), tuple(buttons))
