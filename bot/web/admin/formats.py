"""Moments and numbers as Dutch readers write them, in Amsterdam time."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.clock import AMSTERDAM
from bot.language.saying.dates import Dates
from bot.language.saying.figures import percent, points
from bot.language.saying.texts import Texts

Filter = Callable[[Any], str]


def filters(texts: Texts) -> dict[str, Filter]:
    """Return the filters that templates use: ``date``, ``moment``, ``day``, ``short``, ``clock_time``, ``machine``, ``number``,
    ``percent`` and ``points``."""

    def day(at: datetime) -> str:
        local = at.astimezone(AMSTERDAM)
        return f"{texts(f'admin_weekday_{local.weekday()}')} {local.day} {texts(f'admin_month_{local.month}')} {local.year}"

    def moment(at: datetime) -> str:
        return texts("admin_moment", day=day(at), time=clock_time(at))

    def short(at: datetime) -> str:
        local = at.astimezone(AMSTERDAM)
        weekday, month = texts(f"admin_weekday_{local.weekday()}")[:2], texts(f"admin_month_short_{local.month}")
        return f"{weekday} {local.day} {month} {local.year}, {clock_time(at)}"

    return {
        "date": Dates(texts).full,
        "moment": moment,
        "day": day,
        "short": short,
        "clock_time": clock_time,
        "machine": machine,
        "number": number,
        "percent": percent,
        "points": points,
    }


def clock_time(at: datetime) -> str:
    """Return the time of day, such as ``9.05``."""
    local = at.astimezone(AMSTERDAM)
    return f"{local.hour}.{local.minute:02}"


def machine(at: datetime) -> str:
    """Return the moment for the ``datetime`` attribute of a ``time`` element."""
    return at.astimezone(AMSTERDAM).isoformat(timespec="seconds")


def number(value: int) -> str:
    """Return a whole number with points between thousands."""
    return f"{value:,}".replace(",", ".")
