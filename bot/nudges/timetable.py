"""When a nudge may come: windows in Amsterdam time, the person's own choice first."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256

from bot.learners.models import DayPart, NudgePreferences
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


_DEFAULT = Window(time(10), time(19))
_PARTS = {
    DayPart.OCHTEND: Window(time(8), time(12)),
    DayPart.PAUZE: Window(time(12), time(13, 30)),
    DayPart.MIDDAG: Window(time(13, 30), time(17)),
    # Half an hour before the quiet hours, so that a nudge that waits for the end of a talk can still come.
    DayPart.AVOND: Window(time(17), time(19, 30)),
}


def window_for(preferences: NudgePreferences, moment: Moment) -> Window | None:
    """Return when a script may come on its day, None when its part of the day is not the person's."""
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


def is_free_day(day: date, preferences: NudgePreferences) -> bool:
    """Sundays and public holidays, unless the person chose that weekday."""
    return preferences.weekday != day.weekday() and (day.weekday() == SUNDAY or is_holiday(day))


def moment_on(day: date, window: Window, learner_id: str) -> datetime:
    """Return the person's own moment inside ``window``, in UTC: always the same, and spread over people so that no hour is a wall."""
    start, end = at_local(day, window.start), at_local(day, window.end)
    share = int.from_bytes(sha256(learner_id.encode()).digest()[:4]) / 2**32
    return start + timedelta(seconds=int((end - start).total_seconds() * share))


def _within_default(window: Window) -> Window:
    return Window(max(window.start, _DEFAULT.start), min(window.end, _DEFAULT.end))
