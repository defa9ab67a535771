"""If-then plans: at this moment of my day I do this small thing."""

from dataclasses import replace

from bot.clock import Clock
from bot.learners.models import Plan
from bot.learners.ports import OpenLearnerWork
from bot.learners.redact import tidy


class PlanService:
    """Makes plans and closes them."""

    def __init__(self, open_work: OpenLearnerWork, clock: Clock) -> None:
        self._open_work = open_work
        self._clock = clock

    def make(self, learner_id: str, item_id: str, item_title: str, moment: str) -> Plan:
        """Store a plan instead of an open one for the same item; ``moment`` is in the person's own words. Raises UnknownLearner."""
        with self._open_work() as work:
            work.plans.drop_open(learner_id, item_id)
            return work.plans.add(learner_id, item_id=item_id, item_title=item_title, moment=tidy(moment), at=self._clock())

    def newest(self, learner_id: str) -> Plan | None:
        """Return the latest plan, done or not."""
        with self._open_work() as work:
            return work.plans.newest(learner_id)

    def open(self, learner_id: str) -> Plan | None:
        """Return the latest plan that is not done; None when there is none."""
        with self._open_work() as work:
            return work.plans.newest_open(learner_id)

    def move(self, learner_id: str, moment: str) -> Plan | None:
        """Put another moment in the latest open plan and return it; None when no plan is open."""
        with self._open_work() as work:
            plan = work.plans.newest_open(learner_id)
            if plan is None:
                return None
            moved = replace(plan, moment=tidy(moment))
            work.plans.move(plan.id, moved.moment)
            return moved

    def drop(self, learner_id: str) -> Plan | None:
        """Take the latest open plan away and return it; None when no plan is open."""
        with self._open_work() as work:
            plan = work.plans.newest_open(learner_id)
            if plan is not None:
                work.plans.drop(plan.id)
            return plan

    def done(self, learner_id: str) -> Plan | None:
        """Close the latest open plan and return it; None when no plan is open."""
        with self._open_work() as work:
            plan = work.plans.newest_open(learner_id)
            if plan is None:
                return None
            now = self._clock()
            work.plans.mark_done(plan.id, now)
            return replace(plan, done_at=now)
