"""Reads on which days of the week nothing may come, and on which it may: "niet op dinsdag, liever donderdag"."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from bot.language.when.vocabulary import vocabulary
from bot.language.words.meant import meant_words
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "refused_days.yml"
WEEKEND = frozenset({5, 6})


@cache
def _data() -> dict[str, Any]:
    return read_mapping(DATA)


def refused_days_in(text: str) -> frozenset[int]:
    """Return the weekdays that ``text`` says no to, 0 for Monday; a weekend is two of them."""
    words = meant_words(text)
    return frozenset(day for place, word in enumerate(words) if _is_refused(words, place) for day in _days(word))


def wanted_day_in(text: str) -> int | None:
    """Return the first weekday that ``text`` names and does not say no to; None when there is none."""
    words = meant_words(text)
    wanted = (min(_days(word)) for place, word in enumerate(words) if len(_days(word)) == 1 and not _is_refused(words, place))
    return next(wanted, None)


def is_about_nudges(text: str) -> bool:
    """Return whether ``text`` names nudges or messages."""
    return not set(_data()["nudges"]).isdisjoint(meant_words(text))


def _days(word: str) -> frozenset[int]:
    if word in _data()["weekend"]:
        return WEEKEND
    day = vocabulary().weekday_of(word)
    return frozenset() if day is None else frozenset({day})


def _is_refused(words: Sequence[str], place: int) -> bool:
    """Whether a no stands before the day, or right after it, with only small words or other days between."""
    if not _days(words[place]):
        return False
    return _meets_no(reversed(words[:place])) or _meets_no(words[place + 1 :])


def _meets_no(words: Sequence[str] | Any) -> bool:  # noqa: ANN401  # a reversed sequence
    for word in words:
        if word in _data()["no"]:
            return True
        if word not in _data()["between"] and not _days(word):
            return False
    return False
