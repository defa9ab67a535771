"""When people who told their hours can be reached: outside work and the rest after it. Pure."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache

from bot.clock import local_date
from bot.learners.hours import Hours
from bot.learners.models import NudgePreferences, Shift
from bot.nudges.days import at_local, local_time
from bot.nudges.deciding.window import ALLOWED, EARLIEST, LATEST, SOON_QUIET, Window
from bot.workday import DAY, clock_at, minute_of

REST, SLEEP = 30, 8 * 60 + 30
"""Minutes after work in which nothing comes; the longer after work that went on past midnight."""
SHORTEST = 30
"""Minutes that a window must last: a nudge that has to wait needs some room."""
_SLEPT = time(10)
"""From here on the morning is no rudeness to who came home late."""
_FREE = {
    Shift.VROEG: Window(time(14, 30), SOON_QUIET),
    # After a late shift it is night: the first good moment is the morning after.
    Shift.LAAT: Window(_SLEPT, time(15)),
    # Whoever worked at night sleeps in the morning.
    Shift.NACHT: Window(time(15), SOON_QUIET),
    # The hour in which the early shift is over, the late one has not begun and the night shift is awake.
    Shift.WISSELEND: Window(time(14, 30), time(15, 30)),
}
"""When people can be reached who told their shift and not its hours.

Outside those that are usual: 6-14.30, 15.30-24, 22.30-6.30 and sleep until 14.30.
"""
_AWAY = {
    Shift.VROEG: Window(EARLIEST, time(14, 30)),
    Shift.LAAT: Window(time(15, 30), LATEST),
    Shift.NACHT: Window(EARLIEST, time(14, 30)),
}


def told_hours(preferences: NudgePreferences) -> bool:
    """Whether the person said anything about when they work."""
    return preferences.shift is not None or own_hours(preferences) is not None


def outside_work(preferences: NudgePreferences) -> Window | None:
    """Return when somebody who told their hours can be reached; None when their work leaves no moment."""
    own = own_hours(preferences)
    if own:
        return free(own)
    assert preferences.shift is not None
    return _changing(preferences.hours) if preferences.shift is Shift.WISSELEND else _FREE[preferences.shift]


def at_work(moment: datetime, preferences: NudgePreferences) -> bool:
    """Whether the person's work may be on at ``moment``, or their sleep after it. Only who told their hours is ever at work."""
    own, shift = own_hours(preferences), preferences.shift
    if own:
        since = (minute_of(local_time(moment)) - minute_of(own.start)) % DAY
        return since < own.minutes + _rest_after(own)
    if shift is Shift.WISSELEND:
        return moment not in _changing(preferences.hours)
    return shift is not None and moment in _AWAY[shift]


def own_hours(preferences: NudgePreferences) -> Hours | None:
    """Return the hours that the person told of the shift they have now."""
    return next((one for one in preferences.hours if one.shift is preferences.shift), None)


def after_work(hours: Hours, day: date) -> datetime:
    """Return when the rest is over after the work that begins on ``day``, in UTC: half an hour after its end."""
    ahead, minutes = divmod(hours.ends + REST, DAY)
    return at_local(day + timedelta(days=ahead), clock_at(minutes))


def first_allowed(moment: datetime) -> datetime:
    """Return ``moment``, or the end of the quiet hours it falls in, in UTC."""
    if moment in ALLOWED:
        return moment
    return at_local(local_date(moment) + timedelta(days=local_time(moment) >= LATEST), EARLIEST)


@cache
def free(hours: Hours) -> Window | None:
    """Return when somebody with these hours can be reached: after work, else the morning after; None when there is no time."""
    return next((window for window in _stretches(hours) if _length(window) >= SHORTEST), None)


def _stretches(hours: Hours) -> Iterator[Window]:
    again, leaving = hours.ends + _rest_after(hours), minute_of(hours.start) - REST
    evening = SOON_QUIET if again + SHORTEST <= minute_of(SOON_QUIET) else LATEST
    yield _between(max(again, minute_of(EARLIEST)), minute_of(evening))
    for morning in (_SLEPT, EARLIEST):
        yield _between(max(again - DAY, minute_of(morning)), min(leaving, minute_of(SOON_QUIET)))


@cache
def _changing(hours: tuple[Hours, ...]) -> Window:
    """Return when somebody can be reached whose shifts change: outside all they told, as far as that leaves time."""
    common: Window | None = ALLOWED
    for one in hours:
        window = free(one)
        common = common.meeting(window) if common and window else None
    if common is None or len(hours) < 2 or _length(common) < SHORTEST:
        return _FREE[Shift.WISSELEND]
    return common


def _rest_after(hours: Hours) -> int:
    return SLEEP if hours.ends > DAY else REST


def _between(start: int, end: int) -> Window:
    """Return the stretch between two minutes after midnight; an empty one when there is none."""
    return Window(clock_at(start), clock_at(max(start, end)))


def _length(window: Window) -> int:
    return minute_of(window.end) - minute_of(window.start)
