"""Days as people in the Netherlands live them: local times, weekends, public holidays."""

from datetime import UTC, date, datetime, time
from functools import cache, lru_cache

import holidays

from bot.clock import AMSTERDAM

SATURDAY, SUNDAY = 5, 6


@lru_cache(maxsize=1024)
def local_time(moment: datetime) -> time:
    """Return the time of day of ``moment`` in Amsterdam."""
    return moment.astimezone(AMSTERDAM).time()


@lru_cache(maxsize=1024)
def at_local(day: date, clock_time: time) -> datetime:
    """Return that local moment in UTC, whatever the daylight saving of the day."""
    return datetime.combine(day, clock_time, AMSTERDAM).astimezone(UTC)


def start_of(day: date) -> datetime:
    """Return the local midnight with which ``day`` begins, in UTC."""
    return at_local(day, time.min)


def is_holiday(day: date) -> bool:
    """Whether ``day`` is a Dutch public holiday."""
    return day in _holidays_of(day.year)


def is_working_day(day: date) -> bool:
    """Monday to Friday, holidays excepted."""
    return day.weekday() < SATURDAY and not is_holiday(day)


@cache
def _holidays_of(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("NL", years=year))
