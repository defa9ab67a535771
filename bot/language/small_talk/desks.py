"""Hears that somebody asks for a desk, or for somewhere to go."""

from functools import cache
from typing import Any

from bot.language.words.meant import meant_words
from bot.language.words.phrasing import says
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "desks.yml"
_FEW = 3
"""Words in which the name of a desk alone is a question."""


@cache
def _data() -> dict[str, Any]:
    return read_mapping(DATA)


def asks_for_desk(text: str) -> bool:
    """Return whether ``text`` asks for a desk by a name for it: "is er een loket in Almere", "werkcentrum?"."""
    words = meant_words(text)
    if not says(words, _data()["desks"]) or says(words, _data()["unless"]):
        return False
    return len(words) <= _FEW or says(words, _data()["asking"])


def asks_where_to_go(text: str) -> bool:
    """Return whether ``text`` asks for somewhere to go, without a name for it: "waar kan ik terecht"."""
    return says(meant_words(text), _data()["somewhere"])


def asks_help(text: str) -> bool:
    """Return whether ``text`` names help: "waar kan ik terecht voor hulp met lezen"."""
    return says(meant_words(text), _data()["help"])


def asks_only_where(text: str) -> bool:
    """Return whether ``text`` only asks where: "waar dan?"."""
    return " ".join(meant_words(text)) in _data()["only_where"]


def asks_of_desk(text: str) -> str | None:
    """Return ``phone``, ``hours`` or ``address`` when ``text`` asks that of a desk in a few words; None when it does not."""
    words = meant_words(text)
    short = len(words) <= _FEW + 2
    return next((name for name, phrases in _data()["of_desk"].items() if short and says(words, phrases)), None)
