"""What is planned after a row ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.learners.models import Learner
from bot.nudges.days import local_date, start_of
from bot.nudges.models import DueNudge, Reason
from bot.nudges.planner import Planner
from bot.nudges.ports import NudgeWork
from bot.nudges.states import stop

_REPLACEABLE = {Reason.SCRIPT_CHANGED, Reason.SCRIPT_ARCHIVED, Reason.NOT_ELIGIBLE, Reason.GOAL_REACHED}
"""The person may get something else at the same moment."""


@dataclass(frozen=True)
class Ending:
    """A row that just ended, with its person, why, and before when nothing may follow."""

    due: DueNudge
    learner: Learner
    reason: Reason
    not_before: datetime | None = None


class Aftermath:
    """Sees to what comes next."""

    def __init__(self, planner: Planner) -> None:
        self._planner = planner

    def follow(self, work: NudgeWork, endings: Sequence[Ending], now: datetime) -> None:
        """Plan within ``work``, which holds these people, what comes after each of ``endings``."""
        plain = []
        for one in endings:
            if one.reason is Reason.BLOCKED:
                stop(work, one.learner, now)
            elif one.reason in _REPLACEABLE and not one.due.occasion.is_extra:
                self._planner.plan_instead(work, one.learner, one.due, now)
            else:
                plain.append(one)
        self._planner.plan_next(work, [one.learner for one in plain], now, {one.learner.id: one.not_before for one in plain})


def tomorrow(now: datetime) -> datetime:
    """Return the local midnight after ``now``."""
    return start_of(local_date(now) + timedelta(days=1))
