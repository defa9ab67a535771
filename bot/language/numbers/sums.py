"""Works out a small sum that somebody asks for: two whole numbers and one sign between them. No more than that."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from bot.language.numbers.amounts import number
from bot.language.words.meant import mended_text
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "sums.yml"
LARGEST = 9_999
"""The largest number that is worked with: more digits are a phone number, or a joke."""
_WORK_OUT: Mapping[str, Callable[[int, int], int | None]] = {
    "times": lambda one, other: one * other,
    "plus": lambda one, other: one + other,
    "minus": lambda one, other: one - other,
    "divided": lambda one, other: one // other if other and one % other == 0 else None,
}


def sum_in(text: str) -> int | None:
    """Return the answer to the one small sum that ``text`` asks: "wat is 7x8", "hoeveel is acht keer zeven?".

    None for all else, when it does not come out, and when a number is over ``LARGEST``.
    """
    asked = _pattern().fullmatch(mended_text(text.strip().casefold()))
    if asked is None:
        return None
    one, other = number(asked["one"]), number(asked["other"])
    if one is None or other is None or max(one, other) > LARGEST:
        return None
    name = next(name for name, signs in _data()["signs"].items() if asked["sign"] in signs)
    return _WORK_OUT[name](one, other)


@cache
def _data() -> dict[str, Any]:
    return read_mapping(DATA)


@cache
def _pattern() -> re.Pattern[str]:
    asking = _either(_data()["asking"])
    signs = _either(sign for each in _data()["signs"].values() for sign in each)
    return re.compile(
        rf"(?:{asking})\s+(?:(?:{asking})\s+)?(?P<one>\d+|[a-z]+)\s*(?P<sign>{signs})\s*(?P<other>\d+|[a-z]+)(?:\s+is)?[\s=?!.]*"
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words)
