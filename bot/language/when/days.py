"""Which days a text names: "overmorgen", "volgende week dinsdag", "de 3e", "5 mei", "over twee weken"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from bot.language.when.calendar import (
    WEEK,
    coming,
    exact_date,
    last_of_month,
    monday_of,
    months_later,
    next_date,
    next_day_of_month,
)
from bot.language.when.line import Line
from bot.language.when.vocabulary import any_of, vocabulary

SATURDAY, CENTURY = 5, 2000


@dataclass(frozen=True)
class Days:
    """The days from ``first`` up to ``last``. ``open``: a weekday said without more, which may be today or in a week."""

    first: date
    last: date
    open: bool = False


Reading = Callable[[re.Match[str], date], Days | date | None]


def days_in(line: Line, today: date) -> tuple[Days | None, list[tuple[int, int]], Line]:
    """Return the days that ``line`` names last, the places where it names days, and the line without them."""
    named: list[tuple[int, Days]] = []
    places: list[tuple[int, int]] = []
    for pattern, read in _rules():
        for match in pattern.finditer(line.plain):
            if (days := read(match, today)) is None:
                continue
            line = line.without(*match.span())
            places.append(match.span())
            if not match["no"]:
                named.append((match.start(), days if isinstance(days, Days) else Days(days, days)))
    return _newest([days for _, days in sorted(named, key=lambda each: each[0])]), places, line


def _newest(named: Sequence[Days]) -> Days | None:
    if not named:
        return None
    *before, newest = named
    if newest.open and before and before[-1].first != before[-1].last:
        # "Volgende week om 8 uur, dinsdag": the day of the week that was named first.
        day = coming(newest.first.weekday(), before[-1].first - timedelta(1))
        return Days(day, day) if day <= before[-1].last else newest
    return newest


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Reading], ...]:
    words = vocabulary()
    before = r"(?<![\w#])(?P<no>(?:niet|geen) )?(?:(?:op|in|aan|voor|tot|vanaf|het|de|dan|pas) )*"
    weekday, month = rf"(?P<weekday>{any_of(words.weekdays)})s?", rf"(?P<month>{any_of(words.months)})"
    which, weeks = r"(?P<which>volgende|komende|deze)", r"(?:1 )?(?P<n>\d{1,3}|paar) ?week"
    patterns: list[tuple[str, Reading]] = [
        (r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})", _in_full),
        (r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4}|\d{2})", _in_full),
        (r"(?P<d>\d{1,2})[/-](?P<m>\d{1,2})(?![/.-])", lambda match, today: next_date(int(match["d"]), int(match["m"]), today)),
        (rf"(?:{weekday} (?:de )?)?(?P<d>\d{{1,2}})(?:e|de|ste)?(?: van)? {month}(?: (?P<y>\d{{4}}))?", _with_month),
        (rf"(?:{weekday} )?(?:de )?(?P<d>\d{{1,2}})(?:e|de|ste)", lambda match, today: next_day_of_month(int(match["d"]), today)),
        (rf"{which} week (?:op |de )*{weekday}", _in_week),
        (rf"{weekday} (?:van )?(?:de )?{which} week", _in_week),
        (rf"(?:over|binnen) {weeks} (?:op |de )*{weekday}", _in_a_later_week),
        (rf"{weekday} over {weeks}", lambda match, today: coming(_weekday(match), today) + timedelta(weeks=_count(match))),
        (rf"(?P<day>vandaag|morgen) over {weeks}", lambda match, today: _near(match, today) + timedelta(weeks=_count(match))),
        (r"(?:over|binnen) (?:1 )?(?P<n>\d{1,3}|paar) ?(?P<unit>dag|week|maand)(?: of (?P<more>\d{1,3}))?", _from_now),
        (rf"(?:{which} |volgend |(?:begin|eind|einde) (?:van )?(?:de )?)(?P<period>week|maand|weekend)", _period),
        (r"(?P<period>weekend)", _period),
        (rf"(?:{which} )?{weekday}", _a_weekday),
        (r"(?P<day>overmorgen|vandaag|morgen)", _near),
        (r"straks|zometeen|zo meteen|zo direct", lambda _, today: today),
    ]
    return tuple((re.compile(rf"{before}(?:{pattern})(?!\w)"), read) for pattern, read in patterns)


def _in_full(match: re.Match[str], today: date) -> date | None:
    year = int(match["y"])
    return exact_date(year if year >= CENTURY else CENTURY + year, int(match["m"]), int(match["d"]), today)


def _with_month(match: re.Match[str], today: date) -> date | None:
    month = vocabulary().months.index(match["month"]) + 1
    if match["y"]:
        return exact_date(int(match["y"]), month, int(match["d"]), today)
    return next_date(int(match["d"]), month, today)


def _in_week(match: re.Match[str], today: date) -> date:
    day = monday_of(today) + timedelta(weeks=match["which"] != "deze", days=_weekday(match))
    return day if day >= today else day + timedelta(WEEK)


def _in_a_later_week(match: re.Match[str], today: date) -> date:
    return monday_of(today + timedelta(weeks=_count(match))) + timedelta(_weekday(match))


def _from_now(match: re.Match[str], today: date) -> date:
    count = int(match["more"] or _count(match))
    if match["unit"] == "maand":
        return months_later(today, count)
    return today + timedelta(days=count * (WEEK if match["unit"] == "week" else 1))


def _period(match: re.Match[str], today: date) -> Days:
    which = match.groupdict().get("which")
    later = which in ("volgende", "komende") or "volgend" in match.group()
    monday = monday_of(today)
    if match["period"] == "maand":
        first = months_later(today.replace(day=1), 1) if later else today
        return Days(first, last_of_month(first))
    if match["period"] == "week":
        return Days(monday + timedelta(WEEK), monday + timedelta(2 * WEEK - 1)) if later else Days(today, monday + timedelta(WEEK - 1))
    saturday = monday + timedelta(SATURDAY + WEEK * ("volgend" in match.group()))
    return Days(max(saturday, today), saturday + timedelta(1))


def _a_weekday(match: re.Match[str], today: date) -> Days:
    number = _weekday(match)
    if match["which"] == "volgende":
        day = monday_of(today) + timedelta(days=number, weeks=1)
        return Days(day, day)
    day = today if number == today.weekday() else coming(number, today)
    return Days(day, day, open=True)


def _near(match: re.Match[str], today: date) -> date:
    return today + timedelta(("vandaag", "morgen", "overmorgen").index(match["day"]))


def _weekday(match: re.Match[str]) -> int:
    return vocabulary().weekdays.index(match["weekday"])


def _count(match: re.Match[str]) -> int:
    return 2 if match["n"] == "paar" else int(match["n"])
