"""Changing a learner without overwriting what another process changed meanwhile."""

from collections.abc import Callable

from bot.errors import UnknownLearner
from bot.learners.models import Learner
from bot.learners.ports import LearnerWork


def change(work: LearnerWork, learner_id: str, alter: Callable[[Learner], Learner]) -> Learner:
    """Lock the learner, apply ``alter``, store and return the result; raises UnknownLearner."""
    learner = work.learners.for_change(learner_id)
    if learner is None:
        raise UnknownLearner
    changed = alter(learner)
    work.learners.save(changed)
    return changed
