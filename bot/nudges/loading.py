"""Brings together what is known about people."""

from collections.abc import Collection
from datetime import datetime

from bot.learners.models import Learner
from bot.nudges.history import REMEMBERED, History
from bot.nudges.ports import NudgeWork
from bot.nudges.situation import Situation


def situation_of(work: NudgeWork, learner: Learner, now: datetime) -> Situation:
    """Return the situation of ``learner`` as the store has it now."""
    return situations_of(work, [learner], now)[learner.id]


def situations_of(
    work: NudgeWork, people: Collection[Learner], now: datetime, reachable: Collection[str] | None = None, *, in_hand: bool = False
) -> dict[str, Situation]:
    """Return the situation of each of ``people``, by id, in as many questions to the store as for one.

    Whoever knows already who of them has an address that works gives those as ``reachable``, and whoever has their open rows
    ``in_hand`` does not read those again.
    """
    ids = [learner.id for learner in people]
    rows = work.due_nudges.of_all(ids, since=now - REMEMBERED, ended=in_hand)
    ideas = work.plans.open_titles(ids)
    reached = work.learners.reachable(ids) if reachable is None else reachable
    least_days = work.tenants.least_days()
    return {
        learner.id: Situation(
            learner,
            History(rows.get(learner.id, ())),
            ideas.get(learner.id),
            learner.id in reached,
            least_days.get(learner.tenant, 0),
        )
        for learner in people
    }
