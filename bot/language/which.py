"""Hears that somebody asks which of a few things has something: "welke is gratis", "zit er een in de buurt bij"."""

from functools import cache
from pathlib import Path

from bot.language.meant import squeezed_words
from bot.language.phrases import Spotter
from bot.language.yaml_files import read_mapping

DATA = Path(__file__).parent / "data" / "which.yml"


def asks_which(text: str) -> bool:
    """Return whether ``text`` begins as somebody does who asks which of a few things has something."""
    return _asks().spots(squeezed_words(text))


@cache
def _asks() -> Spotter:
    return Spotter(read_mapping(DATA)["asks"])
