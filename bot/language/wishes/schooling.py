"""Hears that somebody wants no school, lessons or exam: a no to that way of learning, and not to learning."""

from functools import cache

from bot.language.words.meant import squeezed_words
from bot.language.words.phrases import Spotter
from bot.language.words.word_lists import WordLists

LISTS = WordLists("schooling")


def refuses_school(text: str) -> bool:
    """Return whether ``text`` refuses school and nothing more: "geen cursus", "niet weer de schoolbanken in"."""
    words = squeezed_words(text)
    refuses = _spotter("refusing").spots(words) and not _spotter("unless").spots(words)
    return refuses and not text.rstrip().endswith("?") and not refuses_all(text)


def refuses_all(text: str) -> bool:
    """Return whether ``text`` says no to learning itself: "ik wil niks leren"."""
    return LISTS.spotter("to_all").spots(squeezed_words(text))


@cache
def _spotter(name: str) -> Spotter:
    return Spotter(said.replace("%", f"({'|'.join(LISTS['ways'])})") for said in LISTS[name])
