"""Arithmetic with days."""

from calendar import monthrange
from datetime import date, timedelta

WEEK, YEARS_AHEAD, MONTHS_AHEAD = 7, 9, 13
"""A 29 February is at most eight years away; a day that every month with 31 days has, two months."""


def monday_of(day: date) -> date:
    """Return the Monday of the week of ``day``."""
    return day - timedelta(day.weekday())


def coming(weekday: int, today: date) -> date:
    """Return the first ``weekday`` (0 is Monday) after ``today``."""
    return today + timedelta((weekday - today.weekday() - 1) % WEEK + 1)


def months_later(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the last one of a month that is too short."""
    ahead = day.month - 1 + months
    year, month = day.year + ahead // 12, ahead % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def last_of_month(day: date) -> date:
    """Return the last day of the month of ``day``."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def day_in_month(month: date, number: int) -> date:
    """Return day ``number`` of the month of ``month``, or its last day when it is too short."""
    return month.replace(day=min(number, last_of_month(month).day))


def nth_in_month(month: date, nth: int, weekday: int) -> date:
    """Return the ``nth`` of ``weekday`` (0 is Monday) in the month of ``month``; the last one for -1."""
    last = last_of_month(month)
    if nth < 0:
        return last - timedelta((last.weekday() - weekday) % WEEK)
    return coming(weekday, month.replace(day=1) - timedelta(1)) + timedelta(weeks=nth - 1)


def next_date(day: int, month: int, today: date) -> date | None:
    """Return the first such date from ``today`` on; None when no year has it."""
    years = (_date(year, month, day) for year in range(today.year, today.year + YEARS_AHEAD))
    return next((each for each in years if each and each >= today), None)


def next_day_of_month(day: int, today: date) -> date | None:
    """Return the first day with this number from ``today`` on; None when no month has it."""
    months = (months_later(today.replace(day=1), ahead) for ahead in range(MONTHS_AHEAD))
    return next((each for month in months if (each := _date(month.year, month.month, day)) and each >= today), None)


def exact_date(year: int, month: int, day: int, today: date) -> date | None:
    """Return this date; None when it does not exist, lies before ``today``, or so far ahead that nobody means it."""
    found = _date(year, month, day)
    return found if found and found >= today and year < today.year + YEARS_AHEAD else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
