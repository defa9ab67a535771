"""Hears that somebody asks which of a few things has something: "welke is gratis", "zit er een in de buurt bij"."""

from bot.language.words.meant import squeezed_words
from bot.language.words.word_lists import WordLists

LISTS = WordLists("which")


def asks_which(text: str) -> bool:
    """Return whether ``text`` begins as somebody does who asks which of a few things has something."""
    return LISTS.spotter("asks").spots(squeezed_words(text))
