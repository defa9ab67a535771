"""What makes a script better but does not stop it."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from bot.language.plain.gate import DATA
from bot.language.plain.readability import words_in
from bot.language.words.fold import words_of
from bot.language.words.yaml_files import read_mapping
from bot.nudges.writing.rules import Problem

REFUSALS = DATA.parent / "refusal.yml"
LONG_WORD = 14
"""Letters above which a word is better split or explained."""
_VARIABLE = re.compile(r"\{[^{}]*\}")


def advice(body: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield tips about a written script, also when it is half finished."""
    if body["buttons"] and not any(_says_no(button) for button in body["buttons"]):
        yield Problem("buttons", "no_refusal", blocking=False)
    for field, text in _texts(body):
        for word in words_in(_VARIABLE.sub(" ", text)):
            if len(word) > LONG_WORD:
                yield Problem(field, "long_word", word, blocking=False)


def _says_no(button: Mapping[str, Any]) -> bool:
    return bool(button["then"]["do"]) or not _refusals().isdisjoint(words_of(button["label"]))


@cache
def _refusals() -> frozenset[str]:
    return frozenset(read_mapping(REFUSALS)["words"])


def _texts(body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "text", body["text"]
    for index, button in enumerate(body["buttons"]):
        yield f"buttons.{index}.then.say", button["then"]["say"]
