"""What is planned after a row ended."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.clock import local_date
from bot.nudges.days import start_of
from bot.nudges.deciding.following import moment_left
from bot.nudges.deciding.library import Library
from bot.nudges.models import DueNudge, Reason
from bot.nudges.planner import Planner, Wanted
from bot.nudges.ports import NudgeWork
from bot.nudges.situation import Situation
from bot.nudges.states import stop
from bot.values import value


@value
class Ending:
    """A row that just ended, the situation with that row in it, why, and before when nothing may follow."""

    due: DueNudge
    situation: Situation
    reason: Reason
    not_before: datetime | None = None

    @property
    def instead_at(self) -> datetime | None:
        """Return the moment that is free for something else."""
        return moment_left(self.due, self.reason)


class Aftermath:
    """Sees to what comes next."""

    def __init__(self, planner: Planner) -> None:
        self._planner = planner

    def follow(self, work: NudgeWork, endings: Iterable[Ending], library: Library, now: datetime) -> None:
        """Plan within ``work``, which holds these people, what comes after each of ``endings``."""
        wanted = []
        for one in endings:
            if one.reason is Reason.BLOCKED:
                stop(work, one.situation.learner, now)
            else:
                wanted.append(Wanted(one.situation, one.not_before, one.instead_at))
        self._planner.plan(work, wanted, library, now)


def tomorrow(now: datetime) -> datetime:
    """Return the local midnight after ``now``."""
    return start_of(local_date(now) + timedelta(days=1))
