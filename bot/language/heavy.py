"""Hears grief and trouble, so that nobody is answered cheerfully at such a moment. For danger: ``safety.py``."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from bot.language.fold import squeeze
from bot.language.meant import squeezed_words
from bot.language.phrases import Spotter
from bot.language.phrasing import says
from bot.language.yaml_files import read_mapping

DATA = Path(__file__).parent / "data" / "heavy.yml"


class Weight(StrEnum):
    """What weighs on somebody."""

    LOST_WORK = "lost_work"
    SEEKS_WORK = "seeks_work"
    HEALTH = "health"
    """A doctor should hear of it."""
    HOME = "home"
    """Illness or a farewell at home."""
    UNWANTED = "unwanted"
    """Nobody wants them: of work, for who has none."""
    OTHER = "other"
    """A word of grief or trouble."""


@cache
def _words() -> tuple[str, ...]:
    return tuple(map(squeeze, read_mapping(DATA)["words"]))


@cache
def _spotters() -> Mapping[Weight, Spotter]:
    return {Weight(name): Spotter(patterns) for name, patterns in read_mapping(DATA).items() if name != "words"}


def weight_of(text: str) -> Weight | None:
    """Return what ``text`` tells of, what is said most precisely first; None when nothing weighs."""
    words = squeezed_words(text)
    told = next((weight for weight, spotter in _spotters().items() if spotter.spots(words)), None)
    return told or (Weight.OTHER if says(words, _words()) else None)


def is_heavy(text: str) -> bool:
    """Return whether ``text`` tells of grief, illness or trouble."""
    return weight_of(text) not in (None, Weight.SEEKS_WORK)
