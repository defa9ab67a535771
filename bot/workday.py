"""The minutes of a working day, as a clock in Amsterdam counts them."""

from datetime import time

DAY = 24 * 60
SHORTEST, LONGEST = 60, 14 * 60
"""Minutes that a working day may last: longer is a slip, for nobody may."""


def minute_of(clock: time) -> int:
    """Return the minutes after midnight."""
    return clock.hour * 60 + clock.minute


def clock_at(minutes: int) -> time:
    """Return the clock so many minutes after a midnight, which may be days ago or still to come."""
    return time(*divmod(minutes % DAY, 60))


def minutes_between(start: int, end: int) -> int:
    """Return the minutes from one minute after midnight to the first other after it: a whole day when they are the same."""
    return (end - start - 1) % DAY + 1


def can_last(minutes: int) -> bool:
    """Whether a working day can be so long."""
    return SHORTEST <= minutes <= LONGEST
