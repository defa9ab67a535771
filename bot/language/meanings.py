"""Hears which of our own words somebody does not know: "wat is cursus", "ik weet niet wat u met een duwtje bedoelt"."""

from collections.abc import Mapping
from functools import cache

from bot.language.fold import squeeze
from bot.language.meant import squeezed_words
from bot.language.phrases import Words
from bot.language.word_lists import WordLists

LISTS = WordLists("meanings")


@cache
def words_explained() -> tuple[str, ...]:
    """Return the words that there is an explanation for."""
    return tuple(LISTS["words"])


def meaning_asked(text: str) -> str | None:
    """Return the word of ``words_explained`` that ``text`` asks the meaning of; None when it asks for none."""
    words = squeezed_words(text)
    known = {place: _spellings()[word] for place, word in enumerate(words) if word in _spellings()}
    return next((meant for place, meant in known.items() if _asks(words, place)), None)


def _asks(words: Words, place: int) -> bool:
    return LISTS.spotter("asking").spots([*words[:place], "@", *words[place + 1 :]])


@cache
def _spellings() -> Mapping[str, str]:
    return {squeeze(spelling): word for word, spellings in LISTS["words"].items() for spelling in spellings}
