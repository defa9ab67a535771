"""Hears within what somebody wants to look: at home or not, more or less daring, or at everything that there is."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from bot.language.fold import words_of
from bot.language.phrasing import says
from bot.language.typos import typo_map
from bot.language.yaml_files import read_mapping

DATA = Path(__file__).parent / "data" / "narrowing.yml"
NAMES = ("everything", "go_out", "stay_in", "safe", "a_bit", "bold")


@cache
def _phrases() -> dict[str, list[str]]:
    return read_mapping(DATA)


@cache
def _meant() -> Mapping[str, str]:
    return typo_map(_phrases()["slips"], frozenset(_phrases()["real_words"]))


def narrowing_in(text: str) -> str | None:
    """Return which of ``NAMES`` ``text`` asks for, the first that fits; None when it asks for none."""
    words = [_meant().get(word, word) for word in words_of(text)]
    if says(words, _phrases()["unless"]):
        return None
    return next((name for name in NAMES if says(words, _phrases()[name])), None)
