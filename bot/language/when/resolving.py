"""From day, time and part of the day as they were said to one moment that is still to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.clock import AMSTERDAM
from bot.language.when.calendar import WEEK
from bot.language.when.constraints import Days, Unread
from bot.language.when.models import Moment, Vague
from bot.language.when.times import HOUR, MIDNIGHT, NOON, TimeOfDay
from bot.language.when.vocabulary import vocabulary

WAKING = (7 * HOUR, 22 * HOUR)
"""When nobody says which half of the day, a time lies in these hours: 5 uur is in the afternoon, 11 uur before noon."""


@dataclass(frozen=True)
class Said:
    """What a text names."""

    days: Days | Unread | None
    time: TimeOfDay | None
    part: str | None
    anchor: str | None
    unclear: str | None = None


def resolve(said: Said, now: datetime) -> Moment | Vague | None:
    """Return what ``said`` means at ``now`` (in Amsterdam); None when it names nothing, or only what is over."""
    days = said.days
    if isinstance(days, Unread):
        return Vague(part=said.part, anchor=said.anchor, unclear=said.unclear) if days is Unread.UNCLEAR else None
    if said.time is None:
        return _vague(days, said, now)
    if days and days.first != days.last:
        return Vague(days.first, days.last, said.part, said.anchor)
    return _moment(days, said.time, said.part, now)


def later(now: datetime, minutes: int) -> Moment | None:
    """Return the moment ``minutes`` after ``now``, by the clock that never jumps; None for no time at all."""
    if not minutes:
        return None
    return Moment((now.astimezone(UTC) + timedelta(minutes=minutes)).replace(second=0, microsecond=0).astimezone(AMSTERDAM))


def _vague(days: Days | None, said: Said, now: datetime) -> Vague | None:
    if days is None:
        return Vague(part=said.part, anchor=said.anchor) if said.part or said.anchor else None
    first, last = days.first, days.last
    if first == last == now.date() and (days.open or said.part):
        is_over = said.part is None or at(first, vocabulary().parts[said.part][1]) <= now.astimezone(UTC)
        if is_over and not days.open:
            return None
        first = last = first + timedelta(WEEK if is_over else 0)
    return Vague(first, last, said.part, said.anchor)


def _moment(days: Days | None, time: TimeOfDay, part: str | None, now: datetime) -> Moment | None:
    today = now.date()
    if days is None:
        soon = _still_to_come(today, time, part, now)
        return _either(soon[:1] or _still_to_come(today + timedelta(1), time, part, now))
    coming = _still_to_come(days.first, time, part, now)
    if days.open and days.first == today and len(coming) < len(_readings(time, part, is_today=True)):
        # "Zondag om 9 uur", said on Sunday evening, is about the next one: tonight would be called tonight.
        coming = ()
    return _either(coming or (_still_to_come(days.first + timedelta(WEEK), time, part, now) if days.open else ()))


def _still_to_come(day: date, time: TimeOfDay, part: str | None, now: datetime) -> Sequence[datetime]:
    moments = (at(day, minutes) for minutes in _readings(time, part, is_today=day == now.date()))
    return [moment for moment in moments if moment > now.astimezone(UTC)]


def _readings(time: TimeOfDay, part: str | None, *, is_today: bool) -> Sequence[int]:
    if time.exact:
        return [time.minutes]
    twelve_apart = (time.minutes, time.minutes + NOON, time.minutes + MIDNIGHT)
    if part:
        first, last = vocabulary().parts[part]
        within = [minutes for minutes in twelve_apart if first <= minutes <= last]
        # After midnight, this night is the one that is not over yet.
        tonight = [time.minutes] if is_today and time.minutes + MIDNIGHT in within else []
        if within:
            return [*tonight, *within]
    return [minutes for minutes in twelve_apart if WAKING[0] <= minutes < WAKING[1]]


def _either(moments: Sequence[datetime]) -> Moment | None:
    if not moments:
        return None
    local = [moment.astimezone(AMSTERDAM) for moment in moments]
    return Moment(local[0], local[1] if len(local) > 1 else None)


def at(day: date, minutes: int) -> datetime:
    """Return the moment ``minutes`` after midnight on ``day`` in Amsterdam, in UTC; an hour that summer time skips is the next one."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=AMSTERDAM)
    return (midnight + timedelta(minutes=minutes)).astimezone(UTC)
