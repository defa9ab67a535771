"""Dutch words as people type them: the shapes of one word and most of its misspellings meet in one key."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.language.words.fold import words_of
from bot.language.words.sounds import single, spelt_by_sound

_SMALL_OR_MANY = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<=..[sgfp]t)jes?$",
        r"(?<=..[^s])tjes?$",
        r"(?<=..m)pjes?$",
        r"(?<=...)jes?$",
        r"(?<=.e[rlnm])s$",
        r"(?<=.(?:oo|aa|eu)[rn])s$",
        r"(?<=...[ao])s$",
        r"(?<=..[gnli]e)s$",
    )
)
_LONG_ENDING = re.compile(r"(?<=..[^aeiouy])(?:en|e)$")
_OPEN_SYLLABLE = re.compile(r"(?:(?<![aeiouy])([aou])|^([^aeiouy]*)(e))[^aeiouyw]$")


@dataclass(frozen=True)
class Word:
    """One word of a text in three shapes: as folded, as it sounds, and without its ending."""

    folded: str
    sound: str
    key: str


def words(text: str) -> list[Word]:
    """Return the words of ``text`` in order."""
    return [word(folded) for folded in words_of(text)]


def keys(text: str) -> list[str]:
    """Return only the keys of the words of ``text``."""
    return [each.key for each in words(text)]


@lru_cache(maxsize=20_000)
def word(folded: str) -> Word:
    """Return the shapes of one folded word: ``zagen`` and ``zaagje`` share a key, ``school`` and ``skool`` a sound."""
    spelt = spelt_by_sound(folded)
    return Word(folded, single(spelt), single(_stem(spelt)))


def telling(all_words: Iterable[Word], ordinary: frozenset[str]) -> list[Word]:
    """Return the words that say something: longer than one letter and not in ``ordinary``."""
    return [each for each in all_words if each.folded not in ordinary and len(each.folded) > 1]


def _stem(spelt: str) -> str:
    for pattern in _SMALL_OR_MANY:
        if pattern.search(spelt):
            spelt = pattern.sub("", spelt)
            break
    stem = _LONG_ENDING.sub("", spelt)
    if stem != spelt:
        # A vowel before one consonant was long there: "bomen" is "boom", while "bommen" is "bom".
        stem = _OPEN_SYLLABLE.sub(lambda match: _doubled(match[0]), stem)
    return stem.removesuffix("w") if stem.endswith("auw") else stem


def _doubled(syllable: str) -> str:
    return f"{syllable[:-1]}{syllable[-2]}{syllable[-1]}"
