"""Hears that somebody asks how others do it."""

from functools import cache

from bot.language.words.meant import meant_words
from bot.language.words.phrasing import says
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "pearls.yml"


@cache
def _phrases() -> list[str]:
    phrases: list[str] = read_mapping(DATA)["others"]
    return phrases


def asks_how_others_do(text: str) -> bool:
    """Return whether ``text`` asks for a good practice: "hoe doen anderen dat"."""
    return says(meant_words(text), _phrases())
