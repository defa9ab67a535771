"""Reads what somebody lives on and wants to learn, when they ask who pays or whether a benefit allows it. Nothing of it is kept here."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from bot.language.words.fold import squeeze
from bot.language.words.meant import meant_words
from bot.language.words.phrases import Words
from bot.language.words.phrasing import says
from bot.language.words.typos import typo_map
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "money.yml"
BENEFIT = "uitkering"
SHORTEST_DRAWN = 4
"""Letters of a word that may be drawn out; "www" is no "ww"."""
_AGE = re.compile(r"\b(1[6-9]|[2-9]\d)\b")


@cache
def _data() -> dict[str, Any]:
    return read_mapping(DATA)


@cache
def _known() -> frozenset[str]:
    lists = {name: entries for name, entries in _data().items() if name != "real_words"}
    return frozenset(word for phrase in _phrases(lists) for word in phrase.split())


@cache
def _slips() -> Mapping[str, str]:
    """How the words that we listen for come out of a hurried thumb."""
    return typo_map(_known(), frozenset(_data()["real_words"]))


@cache
def _drawn_out() -> Mapping[str, str]:
    return {squeeze(word): word for word in _known() if len(word) >= SHORTEST_DRAWN}


def _as_known(word: str) -> str:
    if word in _known():
        return word
    return _slips().get(word) or (_drawn_out().get(squeeze(word), word) if squeeze(word) != word else word)


def _phrases(entries: Any) -> Iterator[str]:  # noqa: ANN401  # mappings and lists, as the file has them
    if not isinstance(entries, dict):
        yield from entries
        return
    for each in entries.values():
        yield from _phrases(each)


def _words(text: str) -> Words:
    return tuple(map(_as_known, meant_words(text)))


def benefit_in(text: str) -> str | None:
    """Return ``ww``, ``zw``, ``wia``, ``wajong`` or ``bijstand``, ``uitkering`` when it is not said which; None without a benefit."""
    words = _words(text)
    named = _first(words, _data()["benefits"])
    return named or (BENEFIT if says(words, _data()["situations"][BENEFIT]) else None)


def own_benefit_in(text: str) -> str | None:
    """Like ``benefit_in``, when somebody says that they have it: "ik zit in de WW", not "hoe een uitkering werkt"."""
    return benefit_in(text) if says(_words(text), _data()["own"]) else None


def situation_in(text: str, *, asked: bool = False) -> str | None:
    """Return a benefit, ``zzp``, ``werk`` or, only as an answer to the question that was ``asked``, ``geen``."""
    found = benefit_in(text) or _first(_words(text), _data()["situations"])
    return found or (_first(_words(text), _data()["situation_answers"]) if asked else None)


def learning_in(text: str) -> str | None:
    """Return ``opleiding``, ``basis`` or ``cursus``; None when it names no kind of learning."""
    return _first(_words(text), _data()["learning"])


def age_in(text: str) -> int | None:
    """Return the age ``text`` names, 16 to 99 years."""
    found = _AGE.search(text)
    return int(found[1]) if found else None


def is_unknown(text: str) -> bool:
    """Return whether ``text`` says that somebody does not know, or would rather not say."""
    return says(_words(text), _data()["unknown"])


def asks_about_benefit(text: str) -> bool:
    """Return whether ``text`` asks if somebody with a benefit may learn: "ik zit in de WW, mag ik dan leren"."""
    words = _words(text)
    return benefit_in(text) is not None and says(words, _data()["allowed"]) and says(words, _data()["learn"])


def asks_who_pays(text: str) -> bool:
    """Return whether ``text`` asks who pays in so many words."""
    return says(_words(text), _data()["who_pays"])


def asks_for_money(text: str) -> bool:
    """Return whether ``text`` asks what money there is to learn, whatever else it tells: "wat kan ik krijgen aan geld om te leren"."""
    words = _words(text)
    return says(words, _data()["money_to_learn"]) and says(words, _data()["getting"])


def is_short(text: str) -> bool:
    """Return whether ``text`` says that somebody has little money: "ik heb het niet breed"."""
    return says(_words(text), _data()["tight"])


def _first(words: Sequence[str], meanings: Mapping[str, Sequence[str]]) -> str | None:
    return next((meaning for meaning, phrases in meanings.items() if says(words, phrases)), None)
