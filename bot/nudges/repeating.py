"""When a reminder comes back that was asked for in a rhythm."""

from datetime import datetime

from bot.clock import local_date
from bot.language.when.rhythm import Rhythm
from bot.nudges.days import at_local, local_time


def following(rhythm: Rhythm, due_at: datetime, now: datetime) -> datetime:
    """Return the first moment of ``rhythm`` after both ``due_at`` and ``now``, in UTC.

    It keeps its time on the clock of Amsterdam through summer and winter; what was missed meanwhile is not made up for.
    """
    clock_time = local_time(due_at)
    moments = (at_local(day, clock_time) for day in rhythm.after(local_date(due_at)))
    return next(moment for moment in moments if moment > max(now, due_at))


def first_of(rhythm: Rhythm, asked_for: datetime, now: datetime) -> datetime:
    """Return ``asked_for``, or the first moment of ``rhythm`` after it: on Saturday no workday begins."""
    return asked_for if rhythm.falls_on(local_date(asked_for)) else following(rhythm, asked_for, now)
