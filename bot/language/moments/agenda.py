"""Hears that somebody asks what there is to come: "wat staat er gepland"."""

from bot.language.words.meant import squeezed_words
from bot.language.words.word_lists import WordLists

LISTS = WordLists("agenda")


def asks_agenda(text: str) -> bool:
    """Return whether ``text`` asks what there is to come, of every kind: a plan, reminders and nudges."""
    words = squeezed_words(text)
    return LISTS.spotter("asks").spots(words) and not LISTS.words("only") & set(words)


def misses_nudges(text: str) -> bool:
    """Return whether ``text`` asks where the nudges stay: "wanneer komt de volgende", "waarom kreeg ik niks"."""
    return LISTS.spotter("missed").spots(squeezed_words(text))
