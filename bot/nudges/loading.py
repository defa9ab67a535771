"""Brings together what is known about a person."""

from datetime import datetime

from bot.learners.models import Learner
from bot.nudges.history import REMEMBERED, History
from bot.nudges.ports import NudgeWork
from bot.nudges.situation import Situation


def situation_of(work: NudgeWork, learner: Learner, now: datetime) -> Situation:
    """Return the situation of ``learner`` as the store has it now."""
    plan = work.plans.newest_open(learner.id)
    return Situation(
        learner,
        History(work.due_nudges.of(learner.id, since=now - REMEMBERED)),
        idea=plan.item_title if plan else None,
        reachable=bool(work.learners.addresses(learner.id)),
    )
