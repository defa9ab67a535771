"""Days with a name: "tweede kerstdag", "koningsdag"."""

from collections.abc import Sequence
from datetime import date
from functools import cache

import holidays

from bot.language.when.calendar import next_date
from bot.language.when.vocabulary import vocabulary


def feast(words: str, today: date) -> Sequence[date]:
    """Return the days that ``words`` of the vocabulary name, the next time they come."""
    days = vocabulary().feasts[words]
    return [day for each in days if (day := _fixed(each, today) if each[0].isdigit() else _next(each, today))]


def _fixed(written: str, today: date) -> date | None:
    day, month = written.split("-")
    return next_date(int(day), int(month), today)


def _next(name: str, today: date) -> date:
    return min(day for year in (today.year, today.year + 1) if (day := _holidays_of(year)[name]) >= today)


@cache
def _holidays_of(year: int) -> dict[str, date]:
    named = holidays.country_holidays("NL", years=year, language="nl", categories=("public", "optional"))
    # Two feasts may fall on one day: Hemelvaart on Bevrijdingsdag.
    return {name: day for day, names in named.items() for name in names.split("; ")}
