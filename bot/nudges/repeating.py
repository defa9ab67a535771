"""When a reminder comes back that was asked for in a rhythm."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from bot.clock import local_date
from bot.language.when.models import Rhythm
from bot.nudges.days import SATURDAY, at_local, local_time

STEPS = {Rhythm.DAY: 1, Rhythm.WORKDAY: 1, Rhythm.TWO_DAYS: 2, Rhythm.WEEK: 7, Rhythm.TWO_WEEKS: 14}
"""Days from one to the next."""


def following(rhythm: Rhythm, due_at: datetime, now: datetime) -> datetime:
    """Return the first moment of ``rhythm`` after both ``due_at`` and ``now``, in UTC.

    It keeps its time on the clock of Amsterdam through summer and winter; what was missed meanwhile is not made up for.
    """
    clock_time = local_time(due_at)
    moments = (at_local(day, clock_time) for day in _days(rhythm, local_date(due_at)))
    return next(moment for moment in moments if moment > max(now, due_at))


def fits(rhythm: Rhythm, moment: datetime) -> bool:
    """Return whether ``moment`` may be one of ``rhythm``: on Saturday no workday begins."""
    return rhythm is not Rhythm.WORKDAY or local_date(moment).weekday() < SATURDAY


def _days(rhythm: Rhythm, first: date) -> Iterator[date]:
    day = first
    while True:
        day += timedelta(STEPS[rhythm])
        if rhythm is not Rhythm.WORKDAY or day.weekday() < SATURDAY:
            yield day
