"""Short names of weekdays that are words of their own as well: "ma 9u" is Monday, "bel ma" is somebody's mother."""

import re
from collections.abc import Sequence
from functools import cache

from bot.language.when.vocabulary import any_of, vocabulary

_HOUR = r"(?:\d{1,2}[:.]\d{2}|\d{1,2} ?(?:uur|u|h)|\d{1,2}[uh]\d{2}|half \d|kwart (?:over|voor)|\d{1,2} (?:over|voor) )"
_BEFORE = {"ma": r"(?:^|.* )(?:op|volgende|komende|week|elke?|iedere?|[^ ]*dag (?:of|en))", "zo": r"(?:^|.* )(?:volgende|komende)"}
_TIME = {"ma": rf"(?:(?:om |rond |tegen |vanaf |na )?{_HOUR}|om \d)", "zo": _HOUR}
"""Before a time "zo" is "around" as well: "zo rond 3", "vrijdag zo 9 uur"."""


def spelled_out(words: Sequence[str]) -> list[str]:
    """Return ``words`` with every "ma" and "zo" that is a day written in full."""
    short = vocabulary().short
    return [short[word] if word in short and _is_day(words, place) else word for place, word in enumerate(words)]


def _is_day(words: Sequence[str], place: int) -> bool:
    word, before, after = words[place], " ".join(words[:place]), " ".join(words[place + 1 :])
    if before and words[place - 1] in vocabulary().others["mother"]:
        return False
    if _beside().match(after) or re.fullmatch(_BEFORE[word], before):
        return True
    if word == "ma" and len(words) == 1:
        return True
    names_another = word == "zo" and any(_day().fullmatch(each) for each in " ".join((before, after)).split())
    return bool(re.match(_TIME[word], after)) and not names_another


@cache
def _beside() -> re.Pattern[str]:
    """What comes after a day, and after no mother."""
    words = vocabulary()
    months, days = any_of(words.months), any_of((*words.weekdays, *words.short))
    return re.compile(
        r"(?:(?:ochtend|middag|avond|nacht|volgende week)\b"
        rf"|(?:de )?\d{{1,2}}(?:e|de|ste|[/-]\d{{1,2}})(?!\w)|\d{{1,2}} (?:{months})\b|(?:of|tot|en met|tm|t m) (?:{days})\b)"
    )


@cache
def _day() -> re.Pattern[str]:
    return re.compile(rf"{any_of((*vocabulary().weekdays, 'vandaag', 'morgen', 'overmorgen'))}|\d{{1,2}}[/-]\d{{1,2}}")
