"""Reads how long, how much, how often, which one and when in what people type."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from bot.language.fold import words_of
from bot.language.yaml_files import read_mapping

DATA = Path(__file__).parent / "data" / "amounts.yml"
LADDER = (4, 7, 14, 30)
"""Rhythms people choose from, in days between two messages."""
_HALF_AN_HOUR = 30
_LOOK_BACK = 4
_HALF_UP = 0.01


@cache
def _data() -> dict[str, Any]:
    return read_mapping(DATA)


def number(word: str) -> int | None:
    """Return the number a folded word stands for: ``twee``, ``2`` and ``2x`` are 2."""
    digits = word.removesuffix("x")
    if digits.isascii() and digits.isdigit():
        return int(digits[:6])
    value = _data()["numbers"].get(word.removesuffix("x") or word)
    return None if value is None else int(value)


def minutes_in(text: str) -> int | None:
    """Return the longest time ``text`` names, in minutes: "een half uurtje" is 30, "anderhalf uur" 90."""
    words = words_of(text)
    found = [minutes for place, word in enumerate(words) if (minutes := _minutes_at(words, place, word)) is not None]
    return max(found, default=None)


def _minutes_at(words: tuple[str, ...], place: int, word: str) -> int | None:
    if word in ("halfuur", "halfuurtje"):
        return _HALF_AN_HOUR
    unit = _data()["minutes"].get(word)
    if unit is None:
        return None
    before = words[place - 1] if place else ""
    factors = {"half": 0.5, "halve": 0.5, "anderhalf": 1.5}
    count = factors.get(before) or number(before) or (1 if before or not place else None)
    return None if count is None else int(unit * count)


def euros_in(text: str) -> int | None:
    """Return the amount of money ``text`` names, in whole euros: "gratis" is 0, "max 50 euro" 50."""
    if _says(words_of(text), _data()["free"]):
        return 0
    words = words_of(text.replace("€", " euro "))
    for place, word in enumerate(words):
        if word in _data()["euro_units"]:
            for near in (words[place - 1 : place], words[place + 1 : place + 2]):
                if near and (amount := number(near[0])) is not None:
                    return amount
    return None


def place_in_row(text: str) -> int | None:
    """Return which one of a row ``text`` names, counted from 1; -1 is the last."""
    words = words_of(text)
    for word in words:
        if word in _data()["ordinals"]:
            return int(_data()["ordinals"][word])
    numbers = [value for word in words if (value := number(word)) and (word[0].isdigit() or len(words) <= 2)]
    return numbers[-1] if numbers else None


def every_days_in(text: str) -> int | None:
    """Return how many days lie between two messages: "2x per week" is 4, "om de week" 14."""
    words = words_of(text)
    found = [days for place, word in enumerate(words) if (days := _days_at(words, place, word)) is not None]
    for phrase, days in _data()["often"].items():
        if _says(words, [phrase]):
            found.append(int(days))
    # "Nu elke dag, liever elke week": what is wanted comes last, or is the slower one.
    return max(found, default=None)


def _days_at(words: tuple[str, ...], place: int, word: str) -> int | None:
    period = _data()["periods"].get(word)
    if period is None:
        return None
    before = (value for each in reversed(words[max(place - _LOOK_BACK, 0) : place]) if (value := number(each)) is not None)
    count = next(before, 1) or 1
    many = word.endswith("en")
    return int(count * period) if many else max(round(period / count + _HALF_UP), 1)


def slower(text: str) -> bool | None:
    """Return whether ``text`` asks for less often (True) or more often (False); None when for neither."""
    words = words_of(text)
    if _says(words, _data()["less_often"]):
        return True
    return False if _says(words, _data()["more_often"]) else None


def step(every_days: int, to_slower: bool) -> int:
    """Return the next rhythm on the ladder, or the last one when there is none."""
    steps = [days for days in LADDER if (days > every_days if to_slower else days < every_days)]
    return (steps[0] if to_slower else steps[-1]) if steps else (LADDER[-1] if to_slower else LADDER[0])


def part_of_day_in(text: str) -> str | None:
    """Return ``ochtend``, ``pauze``, ``middag`` or ``avond`` when ``text`` names one."""
    words = words_of(text)
    for part, patterns in _data()["parts"].items():
        if any(word.endswith(pattern[1:]) if pattern.startswith("*") else word == pattern for pattern in patterns for word in words):
            return str(part)
    return None


def weekday_in(text: str) -> int | None:
    """Return the weekday ``text`` names, 0 for Monday."""
    words = words_of(text)
    for day, name in enumerate(_data()["weekdays"]):
        if any(word.startswith(name) for word in words):
            return day
    return None


def _says(words: tuple[str, ...], phrases: Iterable[str]) -> bool:
    line = f" {' '.join(words)} "
    return any(f" {phrase} " in line for phrase in phrases)
