"""The hours that somebody works, as they told them. Times are of the clock in Amsterdam, whatever the day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from bot.learners.shift import Shift
from bot.workday import can_last, clock_at, minute_of, minutes_between

_NIGHT_ENDS, _EARLY_BEFORE, _LATE_FROM = time(3), time(7, 30), time(12)


def can_be(start: time, end: time) -> bool:
    """Whether somebody can work from ``start`` to ``end``."""
    return can_last(minutes_between(minute_of(start), minute_of(end)))


@dataclass(frozen=True)
class Hours:
    """From ``start`` to ``end``, which is on the next day when it is not later. ``shift`` is None for work by day."""

    shift: Shift | None
    start: time
    end: time

    def __post_init__(self) -> None:
        if not can_be(self.start, self.end):
            raise ValueError(f"{self.start} - {self.end}")

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return minutes_between(minute_of(self.start), minute_of(self.end))

    @property
    def ends(self) -> int:
        """Minutes between the midnight before the start and the end; more than a day when it ends on the next."""
        return minute_of(self.start) + self.minutes


@dataclass(frozen=True)
class SaidHours:
    """What somebody said of their hours; None is what they did not say."""

    shift: Shift | None = None
    start: time | None = None
    end: time | None = None


USUAL = {
    Shift.VROEG: Hours(Shift.VROEG, time(6), time(14, 30)),
    Shift.LAAT: Hours(Shift.LAAT, time(15, 30), time(0)),
    Shift.NACHT: Hours(Shift.NACHT, time(22, 30), time(6, 30)),
}
"""What stands for the half that somebody does not tell."""


def completed(said: SaidHours, known: Iterable[Hours], current: Shift | None) -> Hours | None:
    """Return the hours that ``said`` means, filled up with what is ``known`` and else with what is usual; None when that cannot be.

    ``current`` is the shift that somebody has who names none.
    """
    if said.start and said.end:
        shift = said.shift or _shift_of(said.start, said.end)
        return Hours(shift, said.start, said.end) if can_be(said.start, said.end) else None
    shift = said.shift or (None if current is Shift.WISSELEND else current)
    base = next((one for one in known if one.shift is shift), USUAL.get(shift) if shift else None)
    if base is None:
        return None
    start, end = said.start or base.start, said.end or base.end
    if not can_be(start, end):
        # Earlier or later than usual as a whole.
        start, end = (start, _later(start, base.minutes)) if said.start else (_later(end, -base.minutes), end)
    return Hours(shift, start, end)


def together(known: Iterable[Hours], new: Iterable[Hours]) -> tuple[Hours, ...]:
    """Return all hours, one for each shift, those of ``new`` before those of ``known``."""
    of_shift = {one.shift: one for one in (*known, *new)}
    return tuple(of_shift[shift] for shift in (*Shift, None) if shift in of_shift)


def write(hours: Iterable[Hours]) -> str | None:
    """Return ``hours`` as one line to keep: "laat 14:30-23:00"; None for none."""
    return ", ".join(f"{one.shift or ''} {one.start:%H:%M}-{one.end:%H:%M}".strip() for one in hours) or None


def read(line: str | None) -> tuple[Hours, ...]:
    """Return what ``write`` wrote."""
    return tuple(map(_read, line.split(", "))) if line else ()


def _read(written: str) -> Hours:
    *shift, times = written.split(" ")
    start, end = map(time.fromisoformat, times.split("-"))
    return Hours(Shift(shift[0]) if shift else None, start, end)


def _shift_of(start: time, end: time) -> Shift | None:
    over_midnight = end <= start
    if over_midnight and end >= _NIGHT_ENDS:
        return Shift.NACHT
    if over_midnight or start >= _LATE_FROM:
        return Shift.LAAT
    return Shift.VROEG if start < _EARLY_BEFORE else None


def _later(clock: time, minutes: int) -> time:
    return clock_at(minute_of(clock) + minutes)
