"""Sees that somebody writes in another language, by letters that Dutch words do not have and by small words."""

from collections import Counter
from collections.abc import Mapping
from functools import cache

from bot.language.words.fold import alphabet, squeezed, words_of
from bot.language.words.phrases import Spotter
from bot.language.words.word_lists import WordLists
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "other_languages.yml"
NO_DUTCH = WordLists("no_dutch")

_NOT_DUTCH = frozenset("ąćęłńśźżğışđčřšžťďőűțș")
"""Polish, Turkish, Czech, Croatian, Hungarian, Romanian. Letters of loan words and of names that are common here are left out."""

_ALPHABETS = {"ARABIC": "ar", "CYRILLIC": "uk"}
"""The language of who writes to us in that alphabet; Russian gets the Ukrainian text too, which says more than none."""

_ENOUGH = 2
"""Small words of one language: a single one may be a slip, dialect or a name."""


def is_other_language(text: str) -> bool:
    """Return whether two words of ``text``, or half of it, cannot be Dutch (one may be a name), or half are small words of one language."""
    words = text.casefold().split()
    other = sum(any(map(_is_other, word)) for word in words)
    return other > 1 or 0 < len(words) <= 2 * other or _has_small_words(text)


def language_of(text: str) -> str | None:
    """Return in which language ``text`` is, as two letters, by its alphabet or its small words; None when neither tells."""
    alphabets = Counter(alphabet(sign) for sign in text if sign.isalpha()).most_common(1)
    known, language = _most_small_words(set(words_of(text)))
    return next((_ALPHABETS[name] for name, _ in alphabets if name in _ALPHABETS), language if known >= _ENOUGH else None)


def is_without_dutch(text: str) -> bool:
    """Return whether ``text`` says in any language that somebody does not follow Dutch or asks for another, and no wish to learn."""
    words = squeezed(text)
    return _no_dutch().spots(words) and not {word for each in NO_DUTCH["wanting"] for word in squeezed(each)}.intersection(words)


@cache
def _no_dutch() -> Spotter:
    return Spotter(NO_DUTCH["said"], squeezed)


def _is_other(sign: str) -> bool:
    return sign in _NOT_DUTCH or (sign.isalpha() and alphabet(sign) != "LATIN")


def _has_small_words(text: str) -> bool:
    words = set(words_of(text))
    known, _ = _most_small_words(words)
    return known >= _ENOUGH and len(words) <= 2 * known


def _most_small_words(words: set[str]) -> tuple[int, str]:
    """Return in which language most of ``words`` are small words, after how many."""
    return max(((len(words & small), language) for language, small in _small_words().items()), key=lambda each: each[0])


@cache
def _small_words() -> Mapping[str, frozenset[str]]:
    return {language: frozenset(map(str, words)) for language, words in read_mapping(DATA).items()}
