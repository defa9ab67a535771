"""The words of a message as they were meant: a slip in a word that we listen for is mended, a word of its own is left alone."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from bot.language.words.fold import squeeze, words_of
from bot.language.words.phrases import Words
from bot.language.words.sounds import sound_of
from bot.language.words.typos import slips
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS
LISTENED = (
    *("amounts", "asides", "asked_of_others", "choices", "corrections", "desks", "feelings", "greetings"),
    *("heavy", "homes", "idea_questions", "logbook", "looking_again", "manners", "meanings", "moments", "money"),
    *("narrowing", "not_ours", "pauses", "pearls", "planning", "rejecting", "reminder_changes", "reminders"),
    *("requests", "rhythms", "schooling", "small_answers", "starting", "sums", "topic_words", "turning_back", "waving_away", "when"),
)
"""Where the words stand that we listen for. Rights and signs of trouble have stricter rules of their own (``one_slip``)."""
SHORT = 4
"""Letters of the shortest word that is mended."""
_BY_EAR = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(?<=[lr])u(?=[kmpg]$)", ""),
        (r"d$", "t"),
        (r"b$", "p"),
        (r"nk$", "ng"),
        (r"ig$", "ug"),
        (r"l(?:ij|ei|y)k", "luk"),
    )
)
"""What ears do besides: "weruk", "uitkerink", "moeiluk"."""
_WORD = re.compile(r"[^\W\d_]+")
TYPED = "typed"
"""Where the words of a person go along with a mended text."""
MANY = 4096
"""Words remembered: single words, without who said them."""
LATEST = 16
"""Texts remembered, in memory only: many look at the same message, one after the other."""


@lru_cache(LATEST)
def meant_words(text: str) -> Words:
    """Return the words of ``text``, folded as ``words_of`` folds them, with slips mended."""
    return tuple(map(meant, words_of(text)))


@lru_cache(LATEST)
def squeezed_words(text: str) -> Words:
    """Return the same words, as phrases and patterns are kept: without double letters."""
    return tuple(map(squeeze, meant_words(text)))


def mended_text(text: str) -> str:
    """Return ``text`` for who has to understand it: word for word the same, but for slips that were not learned as they are."""
    return _WORD.sub(_mended_word, text)


def _mended_word(match: re.Match[str]) -> str:
    folded = words_of(match[0])
    if len(folded) != 1 or folded[0] in _near("learned"):
        return match[0]
    word = meant(folded[0])
    return match[0] if word == folded[0] else word


def as_typed(mended_line: str, typed: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return where a span of a mended text stands in what was typed."""
    pairs = list(zip(_WORD.finditer(mended_line), _WORD.finditer(typed), strict=False))
    start, end = span
    first = next((own.start() for here, own in pairs if here.start() == start), start)
    last = next((own.end() for here, own in pairs if here.end() == end), end)
    return first, last


def is_own_word(word: str) -> bool:
    """Return whether ``word`` is one that we listen for, or a word that only looks like a slip in one."""
    return word in listened_for() or word in _near("near")


@lru_cache(MANY)
def meant(word: str) -> str:
    """Return the word that we listen for of which ``word`` is a slip; ``word`` itself when it is none, or could be two."""
    return word if word in _near("near") else mended(word)


def mended(word: str) -> str:
    """Return the same, also for a word of its own."""
    if len(word) < SHORT - 1 or not word.isalpha() or word in listened_for():
        return word
    by_ear = _by_sound().get(_as_heard(word), ())
    if by_ear:
        return by_ear[0] if len(by_ear) == 1 else word
    near = [each for each, _, _ in extract(word, listened_for(), scorer=OSA.distance, score_cutoff=1, limit=None) if _may_be(word, each)]
    same_letters = [each for each in near if sorted(squeeze(each)) == sorted(squeeze(word))]
    found = {squeeze(each): each for each in same_letters or near}
    return found.popitem()[1] if len(found) == 1 else word


def _may_be(typed: str, word: str) -> bool:
    """Whether ``typed`` is ``word`` with one slip of the fingers in it."""
    if typed[0] != word[0] or len(word) < SHORT:
        return False
    return squeeze(typed) == squeeze(word) or typed in set(slips(word))


def _as_heard(word: str) -> str:
    for pattern, sound in _BY_EAR:
        word = pattern.sub(sound, word)
    return squeeze(sound_of(word))


@cache
def _by_sound() -> Mapping[str, tuple[str, ...]]:
    """Return the words for each sound; of those that differ in doubled letters only, one."""
    heard: dict[str, dict[str, str]] = {}
    for word in sorted(listened_for()):
        if len(word) >= SHORT:
            heard.setdefault(_as_heard(word), {})[squeeze(word)] = word
    return {sound: tuple(words.values()) for sound, words in heard.items()}


@cache
def listened_for() -> frozenset[str]:
    """Return the words of ``LISTENED``, and the parts of each day of the week."""
    days = read_mapping(DATA / "when.yml")["weekdays"]
    compounds = {f"{day}{part}" for day in days for part in ("", "ochtend", "middag", "avond", "nacht", "morgen")}
    listed = {word for name in LISTENED for line in _leaves(_list(name)) for word in words_of(line) if word.isalpha()}
    return frozenset(listed | compounds)


def _list(name: str) -> Mapping[str, Any]:
    """Return a list without the other ways in which it knows words to be written."""
    data = read_mapping(DATA / f"{name}.yml")
    return {**data, "ways": list(data.get("ways", ()))}


def _leaves(value: Any) -> Iterator[str]:  # noqa: ANN401  # whatever stands in the file
    if isinstance(value, dict):
        for key, each in value.items():
            yield str(key)
            yield from _leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each)
    else:
        yield str(value)


@cache
def _near(name: str) -> frozenset[str]:
    return frozenset(read_mapping(DATA / "near_words.yml")[name].split())
