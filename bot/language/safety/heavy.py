"""Hears grief and trouble, so that nobody is answered cheerfully at such a moment. For danger: ``safety.py``."""

from enum import StrEnum

from bot.language.words.meant import squeezed_words
from bot.language.words.phrasing import says
from bot.language.words.word_lists import WordLists

LISTS = WordLists("heavy")


class Weight(StrEnum):
    """What weighs on somebody."""

    LOST_WORK = "lost_work"
    SEEKS_WORK = "seeks_work"
    HEALTH = "health"
    """A doctor should hear of it."""
    HOME = "home"
    """Illness or a farewell at home."""
    WORRY = "worry"
    """A worry about somebody at home, and no wish to help them."""
    UNWANTED = "unwanted"
    """Nobody wants them: of work, for who has none."""
    OTHER = "other"
    """A word of grief or trouble."""


PRECISE = tuple(weight for weight in Weight if weight is not Weight.OTHER)
"""Each has a list of its own."""


def weight_of(text: str) -> Weight | None:
    """Return what ``text`` tells of, what is said most precisely first; None when nothing weighs."""
    words = squeezed_words(text)
    told = LISTS.first(PRECISE, words)
    if told is Weight.WORRY and LISTS.spotter("wants_to_help").spots(words):
        return None
    return told or (Weight.OTHER if says(words, LISTS.words("words")) else None)


def is_heavy(text: str) -> bool:
    """Return whether ``text`` tells of grief, illness or trouble."""
    return weight_of(text) not in (None, Weight.SEEKS_WORK, Weight.WORRY)
