"""When a nudge may come: windows in Amsterdam time, the person's own choice first."""

from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from hashlib import sha256

from bot.learners.models import DayPart, NudgePreferences
from bot.nudges.days import SUNDAY, at_local, is_holiday, is_working_day
from bot.nudges.deciding.shifts import outside_work, told_hours
from bot.nudges.deciding.window import ALLOWED, SOON_QUIET, Window
from bot.nudges.models import Moment

_DEFAULT = Window(time(10), time(19))
_PARTS = {
    DayPart.OCHTEND: Window(time(8), time(12)),
    DayPart.PAUZE: Window(time(12), time(13, 30)),
    DayPart.MIDDAG: Window(time(13, 30), time(17)),
    DayPart.AVOND: Window(time(17), SOON_QUIET),
}


def window_for(preferences: NudgePreferences, moment: Moment) -> Window | None:
    """Return when a script may come on its day, None when its part of the day is not the person's.

    The hours somebody works count before the part of the day they chose.
    """
    if told_hours(preferences):
        free = outside_work(preferences)
        return _as_chosen(free, preferences.part, moment) if free else None
    if preferences.part is None:
        return _within_default(_PARTS[DayPart(moment.part)]) if moment.part else _DEFAULT
    if moment.part and moment.part != preferences.part:
        return None
    return _PARTS[preferences.part]


def plannable(day: date, preferences: NudgePreferences, moment: Moment) -> bool:
    """Whether a nudge may be planned on ``day``: the weekday the person chose, else a working day, that the script fits.

    Nobody gets one on a public holiday. Who chose a weekday gets it on that weekday of the week after: they chose the day
    because it suits them, and another day may not.
    """
    if moment.days and day.weekday() not in moment.days:
        return False
    if preferences.weekday is None:
        return is_working_day(day)
    return day.weekday() == preferences.weekday and not is_holiday(day)


def in_quiet_hours(moment: datetime) -> bool:
    """Whether it is evening or night for the person."""
    return moment not in ALLOWED


def is_free_day(day: date, preferences: NudgePreferences) -> bool:
    """Public holidays, and Sundays unless the person chose those: who chose Friday did not ask for a Friday that is Christmas."""
    return is_holiday(day) or (day.weekday() == SUNDAY and preferences.weekday != SUNDAY)


def moment_on(day: date, window: Window, learner_id: str) -> datetime:
    """Return the person's own moment inside ``window``, in UTC: always the same, and spread over people so that no hour is a wall."""
    start, seconds = _length(day, window)
    return start + timedelta(seconds=int(seconds * _share(learner_id)))


@lru_cache(maxsize=1024)
def _share(learner_id: str) -> float:
    # Asked for every window of every day that is tried for one person.
    return int.from_bytes(sha256(learner_id.encode()).digest()[:4]) / 2**32


@lru_cache(maxsize=1024)
def _length(day: date, window: Window) -> tuple[datetime, float]:
    """Return when the window of a day begins, and how many seconds it lasts. The same for everybody."""
    start = at_local(day, window.start)
    return start, (at_local(day, window.end) - start).total_seconds()


def _as_chosen(free: Window, part: DayPart | None, moment: Moment) -> Window | None:
    chosen = free.meeting(_PARTS[part]) if part else None
    if chosen is None:
        return free.meeting(_PARTS[DayPart(moment.part)]) if moment.part else free
    return None if moment.part and moment.part != part else chosen


@cache
def _within_default(window: Window) -> Window:
    return Window(max(window.start, _DEFAULT.start), min(window.end, _DEFAULT.end))
