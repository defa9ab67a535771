"""Stretches of a day in Amsterdam time."""

from dataclasses import dataclass
from datetime import datetime, time

from bot.nudges.days import local_time

EARLIEST, LATEST = time(8), time(20)
"""Outside these nobody gets a nudge, whatever they chose."""
SOON_QUIET = time(19, 30)
"""Half an hour before the quiet hours, so that a nudge that waits for the end of a talk can still come."""


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


ALLOWED = Window(EARLIEST, LATEST)
"""All hours in which a nudge may come."""
