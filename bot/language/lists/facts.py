"""Hears which fact about one of a list somebody asks for: "die van de tweede wat kost die", "is de eerste gratis"."""

from enum import StrEnum

from bot.language.numbers.amounts import place_in_row
from bot.language.words.meant import squeezed_words
from bot.language.words.word_lists import WordLists

LISTS = WordLists("facts")


class Fact(StrEnum):
    """What may be asked about one of a list."""

    PRICE = "price"
    DURATION = "duration"
    PLACE = "place"
    PROOF = "proof"
    DETAILS = "details"


def fact_asked(text: str) -> Fact | None:
    """Return what ``text`` asks about the one of a row that it names; None when it names none, takes one or asks nothing of it."""
    words = squeezed_words(text)
    if place_in_row(text) is None or LISTS.spotter("taking").spots(words) or LISTS.words("several") & set(words):
        return None
    return LISTS.first(Fact, words)
