"""The pieces of text that say how often something comes back, each with its rhythm."""

import re
from collections.abc import Callable
from functools import cache

from bot.language.when.calendar import WEEK
from bot.language.when.rhythm import LONGEST_MONTH, EveryDays, OnDayOfMonth, OnWeekdayOfMonth, OnWeekdays, Rhythm
from bot.language.when.vocabulary import NTH, any_of, vocabulary

Reading = Callable[[re.Match[str]], Rhythm | None]
"""Returns the rhythm; None for one that we do not keep."""
LONGEST_DAYS, LONGEST_MONTHS = 366, 12
SATURDAY, SUNDAY = 5, 6
_DAYS = {"dag": 1, "week": WEEK}
_MONTHS = {"maand": 1, "kwartaal": 3, "half jaar": 6, "jaar": 12}
_WORDS = {
    "dagelijks": Rhythm.DAY,
    "wekelijks": Rhythm.WEEK,
    "tweewekelijks": Rhythm.TWO_WEEKS,
    "driewekelijks": EveryDays(3 * WEEK),
    "vierwekelijks": EveryDays(4 * WEEK),
    "maandelijks": Rhythm.MONTH,
    "tweemaandelijks": OnDayOfMonth(months=2),
    "halfjaarlijks": OnDayOfMonth(months=6),
    "jaarlijks": OnDayOfMonth(months=12),
}


@cache
def repeat_rules() -> tuple[tuple[re.Pattern[str], Reading], ...]:
    """Return the rules; a piece is read by the first one that fits."""
    every, weekday, part = r"(?:elke?|iedere?)", any_of(vocabulary().weekdays), any_of(vocabulary().part_words)
    month = rf"(?:{every} maand|maandelijks|1 ?(?:x|keer|maal) (?:per|in de|elke) maand)"
    numbered, a_nth = r"(?P<number>\d{1,2})(?:e|de|ste)", rf"(?P<nth>{any_of(NTH)})"
    which_day = rf"(?:{numbered}|(?P<end>eerste|laatste))(?: dag)?"
    of_month = rf"van (?:de|{every}) maand"
    other_days = rf"(?:(?: (?:{part}))?(?: en)?(?: (?:op|{every}))? (?:{weekday}))+"
    units = rf"(?P<unit>{any_of((*_DAYS, *_MONTHS))})"
    once_in = r"1 ?(?:x|keer|maal) (?:per|in de|in|om de|elke)"
    written: list[tuple[str, Reading]] = [
        (rf"(?:(?:{every}|de) )*{a_nth} (?P<day>{weekday}) {of_month}", _nth_weekday),
        (rf"{month} (?:op )?(?:de )?{a_nth} (?P<day>{weekday})(?: {of_month})?", _nth_weekday),
        (rf"{every} (?P<nth>eerste|derde|vierde|laatste) (?P<day>{weekday})", _nth_weekday),
        (rf"{every} (?:1e|2e|3e|4e|tweede)(?= (?:{weekday}))", _unkept),
        (rf"(?:(?:op|{every}|de) )*{which_day} {of_month}", _day_of_month),
        (rf"{month} (?:op )?(?:de )?{which_day}(?! (?:{weekday}))", _day_of_month),
        (rf"{every} {numbered}(?! (?:dag|week|maand|keer|jaar)\b)", _day_of_month),
        (rf"(?:aan )?(?:het )?(?P<end>begin|eind|einde) van {every} maand", _day_of_month),
        (rf"{month}(?= (?:op )?(?:de |1 )?(?:{weekday}))", _unkept),
        (rf"(?:{every} (?:week )?)?(?:op |van )*(?P<first>{weekday}) (?:tot en met|t m|tm) (?P<last>{weekday})", _from_day_to_day),
        (rf"{every} (?:week )?(?:op )?(?P<days>(?:{weekday}){other_days})", _weekdays),
        (rf"(?:op )?(?P<days>(?:{weekday}){other_days}) {every} week", _weekdays),
        (rf"(?:{every}|om de|{once_in}) (?P<count>\d+) {units}", _counted),
        (rf"{every} (?P<nth>tweede|derde|vierde|andere) {units}", _counted),
        (rf"(?:om de|{once_in} (?:2|andere|tweede)) (?:(?:andere|tweede) )?{units}", lambda match: _rhythm(2, match["unit"])),
        (rf"{every} (?:half )?(?:uur|kwartier|minuten)|om de (?:\d+ |half )?(?:uur|kwartier|minuten)", _unkept),
        (rf"(?:{every}|om de) (?:paar|\d+) (?:dag|week|uur|maand|minuten|jaar)", _unkept),
        (rf"{every} dag behalve (?:op |in |het |de )*(?P<days>weekend|(?:{weekday})(?:{other_days})?)", _other_weekdays),
        (rf"(?:{every}|{once_in}) {units}", lambda match: _rhythm(1, match["unit"])),
        (r"\d+ ?(?:x|keer|maal) (?:(?:per|p|in de|op 1|elke) )?(?:dag|week|maand|uur)", _unkept),
        (r"per week", lambda _: Rhythm.WEEK),
        (rf"(?P<word>{any_of(_WORDS)})e?", lambda match: _WORDS[match["word"]]),
        (rf"{every} (?:doordeweekse dag|werk ?dag)|doordeweeks|op werkdag(?:en)?", lambda _: Rhythm.WORKDAY),
        (rf"{every} morgen|alle dag|{every}(?= (?:{part})(?!\w))", lambda _: Rhythm.DAY),
        (rf"{every}(?= (?:{weekday}|weekend)(?!\w))", lambda _: Rhythm.WEEK),
    ]
    return tuple((re.compile(rf"(?<![\w#])(?:{pattern})(?!\w)"), read) for pattern, read in written)


def _unkept(_: re.Match[str]) -> None:
    return None


def _rhythm(count: int, unit: str) -> Rhythm | None:
    if unit in _DAYS:
        days = count * _DAYS[unit]
        return EveryDays(days) if 0 < days <= LONGEST_DAYS else None
    months = count * _MONTHS[unit]
    return OnDayOfMonth(months=months) if 0 < months <= LONGEST_MONTHS else None


def _counted(match: re.Match[str]) -> Rhythm | None:
    named = match.groupdict()
    return _rhythm(int(named["count"]) if named.get("count") else NTH.get(named["nth"], 2), named["unit"])


def _day_of_month(match: re.Match[str]) -> Rhythm | None:
    named = match.groupdict()
    if named.get("number") is None:
        return OnDayOfMonth(1 if named["end"] in ("eerste", "begin") else LONGEST_MONTH)
    number = int(named["number"])
    return OnDayOfMonth(number) if 0 < number <= LONGEST_MONTH else None


def _nth_weekday(match: re.Match[str]) -> Rhythm:
    return OnWeekdayOfMonth(NTH[match["nth"]], _number(match["day"]))


def _weekdays(match: re.Match[str]) -> Rhythm:
    return _on(_numbers(match["days"]))


def _other_weekdays(match: re.Match[str]) -> Rhythm:
    left_out = {SATURDAY, SUNDAY} if match["days"] == "weekend" else _numbers(match["days"])
    return _on(set(range(WEEK)) - left_out)


def _from_day_to_day(match: re.Match[str]) -> Rhythm:
    first, last = _number(match["first"]), _number(match["last"])
    return _on({(first + ahead) % WEEK for ahead in range((last - first) % WEEK + 1)})


def _on(days: set[int]) -> Rhythm:
    return Rhythm.DAY if len(days) == WEEK else OnWeekdays(tuple(sorted(days)))


def _numbers(text: str) -> set[int]:
    return {_number(word) for word in text.split() if word in vocabulary().weekdays}


def _number(weekday: str) -> int:
    return vocabulary().weekdays.index(weekday)
