"""Hears what people want more or less of than in a list: "iets makkelijker", "heb je ook iets korters"."""

from collections.abc import Mapping
from functools import cache

from bot.language.words.meant import squeezed_words
from bot.language.words.phrases import Spotter
from bot.language.words.word_lists import WordLists

LISTS = WordLists("looking_again")
NAMES = ("shorter", "easier", "cheaper", "nearer")


def more_or_less_in(text: str) -> str | None:
    """Return which of ``NAMES`` is all that ``text`` asks for; None when it says something else: "makkelijker praten"."""
    words = squeezed_words(text)
    return next((name for name in NAMES if _spotters()[name].spots(words)), None)


@cache
def _spotters() -> Mapping[str, Spotter]:
    return {name: Spotter(said.replace("%", f"({'|'.join(LISTS[name])})") for said in LISTS["said"]) for name in NAMES}
