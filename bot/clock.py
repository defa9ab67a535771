"""Time comes from here, so that tests can stop it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

Clock = Callable[[], datetime]
"""Returns now, time-zone aware, in UTC."""


def system_clock() -> datetime:
    """Return the machine's time in UTC."""
    return datetime.now(UTC)


@lru_cache(maxsize=4096)
def local_date(moment: datetime) -> date:
    """Return the date of ``moment`` in Amsterdam."""
    return moment.astimezone(AMSTERDAM).date()
