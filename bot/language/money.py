"""Reads what somebody lives on and wants to learn, when they ask who pays or whether a benefit allows it. Nothing of it is kept here."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from bot.language.fold import words_of
from bot.language.phrasing import says
from bot.language.yaml_files import read_mapping

DATA = Path(__file__).parent / "data" / "money.yml"
BENEFIT = "uitkering"
_AGE = re.compile(r"\b(1[6-9]|[2-9]\d)\b")


@cache
def _data() -> dict[str, Any]:
    return read_mapping(DATA)


def benefit_in(text: str) -> str | None:
    """Return ``ww``, ``zw``, ``wia``, ``wajong`` or ``bijstand``, ``uitkering`` when it is not said which; None without a benefit."""
    words = words_of(text)
    named = _first(words, _data()["benefits"])
    return named or (BENEFIT if says(words, _data()["situations"][BENEFIT]) else None)


def own_benefit_in(text: str) -> str | None:
    """Like ``benefit_in``, when somebody says that they have it: "ik zit in de WW", not "hoe een uitkering werkt"."""
    return benefit_in(text) if says(words_of(text), _data()["own"]) else None


def situation_in(text: str, *, asked: bool = False) -> str | None:
    """Return a benefit, ``zzp``, ``werk`` or, only as an answer to the question that was ``asked``, ``geen``."""
    found = benefit_in(text) or _first(words_of(text), _data()["situations"])
    return found or (_first(words_of(text), _data()["situation_answers"]) if asked else None)


def learning_in(text: str) -> str | None:
    """Return ``opleiding``, ``basis`` or ``cursus``; None when it names no kind of learning."""
    return _first(words_of(text), _data()["learning"])


def age_in(text: str) -> int | None:
    """Return the age ``text`` names, 16 to 99 years."""
    found = _AGE.search(text)
    return int(found[1]) if found else None


def is_unknown(text: str) -> bool:
    """Return whether ``text`` says that somebody does not know, or would rather not say."""
    return says(words_of(text), _data()["unknown"])


def asks_about_benefit(text: str) -> bool:
    """Return whether ``text`` asks if somebody with a benefit may learn: "ik zit in de WW, mag ik dan leren"."""
    words = words_of(text)
    return benefit_in(text) is not None and says(words, _data()["allowed"]) and says(words, _data()["learn"])


def asks_who_pays(text: str) -> bool:
    """Return whether ``text`` asks who pays in so many words."""
    return says(words_of(text), _data()["who_pays"])


def _first(words: Sequence[str], meanings: Mapping[str, Sequence[str]]) -> str | None:
    return next((meaning for meaning, phrases in meanings.items() if says(words, phrases)), None)
