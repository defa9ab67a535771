"""When a nudge may come: windows in Amsterdam time, the person's own choice first."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from hashlib import sha256

from bot.learners.models import DayPart, NudgePreferences, Shift
from bot.nudges.days import SUNDAY, at_local, is_holiday, is_working_day, local_time
from bot.nudges.models import Moment

EARLIEST, LATEST = time(8), time(20)
"""Outside these nobody gets a nudge, whatever they chose."""


@dataclass(frozen=True)
class Window:
    """A stretch of a day, ``start`` included and ``end`` not."""

    start: time
    end: time

    def __contains__(self, moment: datetime) -> bool:
        return self.start <= local_time(moment) < self.end

    def meeting(self, other: "Window") -> "Window | None":
        """Return what lies in both; None when nothing does."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Window(start, end) if start < end else None


_DEFAULT = Window(time(10), time(19))
_PARTS = {
    DayPart.OCHTEND: Window(time(8), time(12)),
    DayPart.PAUZE: Window(time(12), time(13, 30)),
    DayPart.MIDDAG: Window(time(13, 30), time(17)),
    # Half an hour before the quiet hours, so that a nudge that waits for the end of a talk can still come.
    DayPart.AVOND: Window(time(17), time(19, 30)),
}
_FREE = {
    Shift.VROEG: Window(time(14, 30), time(19, 30)),
    # After a late shift it is night: the first good moment is the morning after.
    Shift.LAAT: Window(time(10), time(15)),
    # Whoever worked at night sleeps in the morning.
    Shift.NACHT: Window(time(15), time(19, 30)),
    # The hour in which the early shift is over, the late one has not begun and the night shift is awake.
    Shift.WISSELEND: Window(time(14, 30), time(15, 30)),
}
"""When people who work shifts can be reached: outside the usual hours of each (6-14.30, 15.30-24, 22.30-6.30 and sleep until 14.30)."""
_AWAY = {
    Shift.VROEG: Window(EARLIEST, time(14, 30)),
    Shift.LAAT: Window(time(15, 30), LATEST),
    Shift.NACHT: Window(EARLIEST, time(14, 30)),
}


def window_for(preferences: NudgePreferences, moment: Moment) -> Window | None:
    """Return when a script may come on its day, None when its part of the day is not the person's.

    The hours somebody works count before the part of the day they chose.
    """
    if preferences.shift:
        return _outside(preferences.shift, preferences.part, moment)
    if preferences.part is None:
        return _within_default(_PARTS[DayPart(moment.part)]) if moment.part else _DEFAULT
    if moment.part and moment.part != preferences.part:
        return None
    return _PARTS[preferences.part]


def plannable(day: date, preferences: NudgePreferences, moment: Moment) -> bool:
    """Whether a nudge may be planned on ``day``: the weekday the person chose, else a working day that the script fits."""
    if moment.days and day.weekday() not in moment.days:
        return False
    if preferences.weekday is not None:
        return day.weekday() == preferences.weekday
    return is_working_day(day)


def in_quiet_hours(moment: datetime) -> bool:
    """Whether it is evening or night for the person."""
    return not EARLIEST <= local_time(moment) < LATEST


def at_work(moment: datetime, preferences: NudgePreferences) -> bool:
    """Whether the person's shift may be on at ``moment``, or their sleep after it. Only who told about shifts is ever at work."""
    shift = preferences.shift
    if shift is Shift.WISSELEND:
        return moment not in _FREE[shift]
    return shift is not None and moment in _AWAY[shift]


def is_free_day(day: date, preferences: NudgePreferences) -> bool:
    """Sundays and public holidays, unless the person chose that weekday."""
    return preferences.weekday != day.weekday() and (day.weekday() == SUNDAY or is_holiday(day))


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


def _outside(shift: Shift, part: DayPart | None, moment: Moment) -> Window | None:
    chosen = _FREE[shift].meeting(_PARTS[part]) if part else None
    if chosen is None:
        return _FREE[shift].meeting(_PARTS[DayPart(moment.part)]) if moment.part else _FREE[shift]
    return None if moment.part and moment.part != part else chosen


@cache
def _within_default(window: Window) -> Window:
    return Window(max(window.start, _DEFAULT.start), min(window.end, _DEFAULT.end))
