"""Reads what was learned, once a day: all choices of a day rest on the same knowledge, in every process."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from bot.clock import local_date
from bot.nudges.days import start_of
from bot.nudges.experiment.learning import Learning, Version
from bot.nudges.experiment.plan import COUNTS_WITHIN, LEARNS_FROM
from bot.nudges.experiment.thompson import Tally
from bot.nudges.ports import NudgeWork


class Lessons:
    """Keeps what was learned until the day ends. ``salt`` belongs to the installation."""

    def __init__(self, salt: str = "") -> None:
        self._salt = salt
        self._latest: tuple[date, Learning] | None = None

    def until(self, work: NudgeWork, now: datetime) -> Learning:
        """Return what counts on the day of ``now``; reads nothing about nudges while no tenant learns."""
        tenants, day = work.tenants.learning(), local_date(now)
        if not tenants:
            return Learning()
        latest = self._latest
        if latest is None or latest[0] != day or latest[1].tenants != tenants:
            latest = self._latest = (day, Learning(tenants, tallies_on(work, tenants, day), self._salt))
        return latest[1]


def tallies_on(work: NudgeWork, tenants: Collection[str], day: date) -> Mapping[Version, Tally]:
    """Return what is known on ``day`` of what people of ``tenants`` take up, of what had its time to be answered.

    Without that time the newest would seem the worst.
    """
    until = start_of(day) - COUNTS_WITHIN
    return work.experiment.tallies(tenants, until - LEARNS_FROM, until)
