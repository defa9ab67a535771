"""Hears which of our own words somebody does not know: "wat is cursus", "ik weet niet wat u met een duwtje bedoelt"."""

from collections.abc import Iterator, Mapping
from functools import cache

from bot.language.words.fold import squeezed
from bot.language.words.meant import squeezed_words
from bot.language.words.phrases import Words
from bot.language.words.word_lists import WordLists

LISTS = WordLists("meanings")


@cache
def words_explained() -> tuple[str, ...]:
    """Return the words that there is an explanation for."""
    return tuple(LISTS["words"])


def meaning_asked(text: str) -> str | None:
    """Return the word of ``words_explained`` that ``text`` asks the meaning of, the longest; None when it asks for none."""
    words = squeezed_words(text)
    return next((meant for at, end, meant in _named(words) if _asks(words, at, end)), None)


def _named(words: Words) -> Iterator[tuple[int, int, str]]:
    """Yield from where to where a word that can be explained stands in ``words``, and which; the longest first."""
    for length in range(_longest(), 0, -1):
        for at in range(len(words) - length + 1):
            if meant := _spellings().get(words[at : at + length]):
                yield at, at + length, meant


def _asks(words: Words, at: int, end: int) -> bool:
    return LISTS.spotter("asking").spots([*words[:at], "@", *words[end:]])


@cache
def _longest() -> int:
    return max(map(len, _spellings()))


@cache
def _spellings() -> Mapping[Words, str]:
    return {squeezed(spelling): word for word, spellings in LISTS["words"].items() for spelling in spellings}
