"""How long someone must wait after wrong passwords: five are free, then the wait doubles."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.admins.models import Tries

FREE_TRIES = 5
FIRST_WAIT = timedelta(minutes=1)
# Not longer: whoever guesses on purpose would otherwise keep the real administrator out.
LONGEST_WAIT = timedelta(minutes=15)
FORGET_AFTER = timedelta(hours=24)


def after_another(tries: Tries, now: datetime) -> Tries:
    """Return the counter with one more try, and the wait that follows it."""
    count = tries.count + 1
    return replace(tries, count=count, wait_until=now + wait_after(count) if count >= FREE_TRIES else None)


def wait_after(count: int) -> timedelta:
    """Return the wait after ``count`` wrong tries in a row; none below ``FREE_TRIES``."""
    if count < FREE_TRIES:
        return timedelta(0)
    doublings = min(count - FREE_TRIES, 10)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)


def must_wait(tries: Tries, now: datetime) -> datetime | None:
    """Return until when, or None when a try is allowed now."""
    return tries.wait_until if tries.wait_until and tries.wait_until > now else None
