"""Hears what people say beside the question: that we do not listen, that somebody types for them, their age."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from bot.language.fold import squeeze
from bot.language.meant import meant_words
from bot.language.phrases import Spotter
from bot.language.yaml_files import read_mapping

DATA = Path(__file__).parent / "data" / "asides.yml"
AGES = range(14, 100)


def aside_in(text: str) -> str | None:
    """Return the name in ``asides.yml`` of what ``text`` is, the first that fits; None when it is none of them."""
    if text.rstrip().endswith("?") and len(text.split()) == 1:
        return None
    words = [_age_or_word(word) for word in meant_words(text)]
    return next((name for name, spotter in _spotters().items() if spotter.spots(words)), None)


def _age_or_word(word: str) -> str:
    if word.isascii() and word.isdigit() and int(word[:4]) in AGES:
        return "@"
    return squeeze(word)


@cache
def _spotters() -> Mapping[str, Spotter]:
    return {name: Spotter(patterns) for name, patterns in read_mapping(DATA).items()}
