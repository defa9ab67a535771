"""Keeps exactly one nudge planned for everybody who wants them."""

from datetime import datetime, timedelta
from functools import partial

from bot.clock import Clock
from bot.learners.models import Learner
from bot.nudges.isolation import isolated
from bot.nudges.loading import situation_of
from bot.nudges.models import DueNudge, DueState
from bot.nudges.planning import Library, LookAgain, NextStep, PauseNow, Plan, next_step, replacement
from bot.nudges.ports import NudgeWork, OpenNudgeWork
from bot.nudges.situation import willing
from bot.nudges.states import cancel, end_pause, pause_for_good

BATCH = 200
"""People planned for in one call."""
AFTER_TROUBLE = timedelta(hours=1)
"""Until then someone whose planning failed is left alone."""


class Planner:
    """Plans the next nudge of people."""

    def __init__(self, open_work: OpenNudgeWork, clock: Clock) -> None:
        self._open_work = open_work
        self._clock = clock

    def plan_missing(self, limit: int = BATCH) -> int:
        """Bring up to date everybody whose plan is missing, outdated or unwanted; return how many were looked at."""
        with self._open_work() as work:
            waiting = work.planning_queue.waiting(self._clock(), limit)
        for learner_id in waiting:
            isolated("planning_failed", partial(self.refresh, learner_id), partial(self._leave_alone, learner_id), learner=learner_id)
        return len(waiting)

    def refresh(self, learner_id: str) -> None:
        """Bring one person's plan up to date; nothing happens when it is."""
        now = self._clock()
        with self._open_work() as work:
            learner = work.learners.for_change(learner_id)
            if learner and _make_room(work, learner, now):
                self.plan_next(work, learner, now)

    def replan(self, work: NudgeWork, learner: Learner, now: datetime) -> None:
        """Plan anew within ``work`` after the person answered; a nudge that is on its way stays."""
        due = work.due_nudges.open_for(learner.id)
        if due and due.state is not DueState.PLANNED:
            return
        if due:
            work.due_nudges.drop(due.id)
        self.plan_next(work, learner, now)

    def plan_next(self, work: NudgeWork, learner: Learner, now: datetime, not_before: datetime | None = None) -> None:
        """Plan within ``work`` what comes next for someone without an open row."""
        if willing(learner.nudges):
            learner = end_pause(work, learner, now)
            situation = situation_of(work, learner, now)
            _carry_out(work, learner, next_step(situation, Library(work.scripts.all()), now, not_before), now)

    def plan_instead(self, work: NudgeWork, learner: Learner, due: DueNudge, now: datetime) -> None:
        """Plan within ``work`` another script for the moment of ``due``, which just ended; else whatever comes next."""
        plan = replacement(situation_of(work, learner, now), Library(work.scripts.all()), due.due_at)
        if plan:
            _carry_out(work, learner, plan, now)
        else:
            self.plan_next(work, learner, now)

    def _leave_alone(self, learner_id: str) -> None:
        with self._open_work() as work:
            if work.learners.for_change(learner_id):
                work.planning_queue.look_again(learner_id, self._clock() + AFTER_TROUBLE)


def _make_room(work: NudgeWork, learner: Learner, now: datetime) -> bool:
    """Take away a planned row that is unwanted or outdated; return whether a new one is needed."""
    due = work.due_nudges.open_for(learner.id)
    if not willing(learner.nudges):
        cancel(work, learner, now)
        return False
    if due is None:
        return True
    if not work.planning_queue.outdated(due.id):
        return False
    work.due_nudges.drop(due.id)
    return True


def _carry_out(work: NudgeWork, learner: Learner, step: NextStep, now: datetime) -> None:
    match step:
        case Plan(script, slot, due_at):
            work.planning_queue.forget(learner.id)
            if work.due_nudges.plan(learner.id, script, slot, due_at, learner.nudges) is None:
                work.planning_queue.look_again(learner.id, now + AFTER_TROUBLE)
        case LookAgain(at):
            work.planning_queue.look_again(learner.id, at)
        case PauseNow():
            pause_for_good(work, learner)
