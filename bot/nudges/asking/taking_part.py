"""A person's own say about the experiment with choosing nudges. Nudges go on whatever they say."""

from dataclasses import replace

from bot.clock import Clock
from bot.errors import UnknownLearner
from bot.learners.models import Learner
from bot.nudges.planner import Planner
from bot.nudges.ports import NudgeWork, OpenNudgeWork


class TakingPart:
    """Lets people out of the experiment, and back in. Doing either twice changes nothing."""

    def __init__(self, open_work: OpenNudgeWork, clock: Clock, planner: Planner) -> None:
        self._open_work = open_work
        self._clock = clock
        self._planner = planner

    def takes_part(self, learner_id: str) -> bool | None:
        """Return whether this person takes part; None when there is no experiment for them, or nobody like that."""
        with self._open_work() as work:
            learner = work.learners.by_id(learner_id)
            return takes_part(work, learner) if learner else None

    def leave(self, learner_id: str) -> bool | None:
        """Choose for this person as without the experiment from now on, and count nothing that was chosen before.

        Returns what ``takes_part`` returns from now on; raises UnknownLearner.
        """
        return self._decide(learner_id, outside=True)

    def join(self, learner_id: str) -> bool | None:
        """Let this person take part from now on. Returns what ``takes_part`` returns from now on; raises UnknownLearner."""
        return self._decide(learner_id, outside=False)

    def _decide(self, learner_id: str, *, outside: bool) -> bool | None:
        with self._open_work() as work:
            learner = work.learners.for_change(learner_id)
            if learner is None:
                raise UnknownLearner
            if learner.outside_experiment is outside:
                return takes_part(work, learner)
            learner = replace(learner, outside_experiment=outside)
            work.learners.save(learner)
            if outside:
                work.experiment.leave_out(learner_id)
            # What waits was chosen the other way.
            self._planner.replan(work, learner, self._clock())
            return takes_part(work, learner)


def takes_part(work: NudgeWork, learner: Learner) -> bool | None:
    """Return whether ``learner`` takes part; None when their organisation has no experiment."""
    return not learner.outside_experiment if learner.tenant in work.tenants.learning() else None
