"""When a source is imported again."""

import random
from dataclasses import replace
from datetime import datetime, timedelta

from bot.catalogue.sources import Source

_FIRST, _LONGEST = timedelta(minutes=15), timedelta(hours=24)
_SPREAD = 0.25
"""Part by which a pause is shortened or lengthened, so that sources that failed together do not come back together."""
_chance = random.SystemRandom()


def after_success(source: Source, now: datetime) -> Source:
    """Return the source with its next time; one that is imported by hand has none."""
    again = None if source.every_hours is None else now + timedelta(hours=source.every_hours)
    return replace(source, next_at=again, failures=0)


def after_failure(failures: int, now: datetime) -> datetime:
    """Return when to try again: after twice as long for each failure in a row, up to a day, and a bit by chance."""
    doublings: int = min(max(failures - 1, 0), 10)
    pause = min(_FIRST * (1 << doublings), _LONGEST)
    spread: float = _chance.uniform(1 - _SPREAD, 1 + _SPREAD)
    return now + pause * spread
