"""Reads how long, how much and which one in what people type."""

import re
from functools import cache
from typing import Any

from rapidfuzz.distance import OSA

from bot.language.words.fold import squeeze
from bot.language.words.meant import is_own_word, meant_words
from bot.language.words.phrasing import says
from bot.language.words.typos import SHORTEST
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "amounts.yml"
_HALF_AN_HOUR = 30
_WRITTEN = re.compile(r"(\d+),(?:-|=|–)")
"""An amount as on a price tag: "50,-"."""
_FACTORS = {"half": 0.5, "halve": 0.5, "anderhalf": 1.5}


@cache
def _data() -> dict[str, Any]:
    return read_mapping(DATA)


@cache
def _ordinals() -> dict[str, int]:
    return {squeeze(str(word)): int(place) for word, place in _data()["ordinals"].items()}


def number(word: str) -> int | None:
    """Return the number a folded word stands for: ``twee``, ``2`` and ``2x`` are 2."""
    digits = word.removesuffix("x")
    if digits.isascii() and digits.isdigit():
        return int(digits[:6])
    value = _data()["numbers"].get(word.removesuffix("x") or word)
    return None if value is None else int(value)


def minutes_in(text: str) -> int | None:
    """Return the longest time ``text`` names, in minutes: "een half uurtje" is 30, "10 minuten per dag" 10; "de hele dag" is no time."""
    words = meant_words(text)
    found = [minutes for place, word in enumerate(words) if (minutes := _minutes_at(words, place, word)) is not None]
    return max(found, default=None)


def _minutes_at(words: tuple[str, ...], place: int, word: str) -> int | None:
    if word in ("halfuur", "halfuurtje"):
        return _HALF_AN_HOUR
    unit: int | None = _data()["minutes"].get(word)
    before = words[:place]
    if unit is None or any(" ".join(before[-length:]) in _data()["how_often"] for length in (1, 2)):
        return None
    after = words[place + 1 : place + 3]
    if len(after) == 2 and after[0] == "of" and (last := number(after[1])) is not None:
        return unit * last
    count = _FACTORS.get(before[-1] if before else "") or (number(before[-1]) if before else 1)
    if count is None and word in _data()["one_is_enough"]:
        count = 1
    return None if count is None else int(unit * count)


def euros_in(text: str) -> int | None:
    """Return the amount of money ``text`` names, in whole euros: "gratis" is 0, "max 50 euro" 50."""
    if says(meant_words(text), _data()["free"]):
        return 0
    words = meant_words(_WRITTEN.sub(r"\1 euro", text).replace("€", " euro "))
    for place, word in enumerate(words):
        if each := _data()["notes"].get(word):
            return int(each) * ((number(words[place - 1]) if place else None) or 1)
        if word in _data()["euro_units"]:
            for near in (words[place - 1 : place], words[place + 1 : place + 2]):
                if near and (amount := number(near[0])) is not None:
                    return amount
    return None


def price_limit_in(text: str) -> int | None:
    """Return the most that something may cost, in whole euros, when ``text`` says so; None for another amount, a question, and free."""
    words = meant_words(text)
    is_limit = says(words, _data()["at_most"]) and not says(words, _data()["other_amount"])
    return (euros_in(text) or None) if is_limit else None


def place_in_row(text: str) -> int | None:
    """Return which one of a row ``text`` names, counted from 1; -1 is the last. "De eerste keer" names none."""
    words = meant_words(text)
    for at, word in enumerate(words):
        place = _ordinals().get(squeeze(word)) or _misspelt_place(word)
        if place is not None and not _counts_something_else(words, at):
            return place
    numbers = [value for at, word in enumerate(words) if (value := number(word)) and _may_count(words, at)]
    return numbers[-1] if numbers else None


def _may_count(words: tuple[str, ...], at: int) -> bool:
    """Return whether the number at ``at`` may be a place in a row: "twee" in a long sentence is not, nor is "2 euro"."""
    if set(words[at + 1 : at + 2]) & _counted():
        return False
    return words[at][0].isdigit() or len(words) <= 2 or (at > 0 and words[at - 1] in _data()["row_words"])


def _counts_something_else(words: tuple[str, ...], at: int) -> bool:
    """Return whether the place at ``at`` is one of times, days or the like, and not of a list: "de eerste keer", "als tweede taal"."""
    return bool(set(words[at + 1 : at + 2]) & (_counted() | frozenset(_data()["numbered"])))


@cache
def _counted() -> frozenset[str]:
    return frozenset(str(word) for name in ("euro_units", "minutes", "counted") for word in _data()[name])


def _misspelt_place(word: str) -> int | None:
    """Return the place that ``word`` with one letter wrong stands for, when only one comes near."""
    if is_own_word(word):
        return None
    near = {place for written, place in _ordinals().items() if len(written) >= SHORTEST and OSA.distance(word, written) <= 1}
    return near.pop() if len(near) == 1 else None


def asks_for_cheaper(text: str) -> bool:
    """Return whether ``text`` asks for something that costs less."""
    return says(meant_words(text), _data()["cheaper"])


def asks_for_shorter(text: str) -> bool:
    """Return whether ``text`` asks for something that takes less time."""
    return says(meant_words(text), _data()["shorter"])
