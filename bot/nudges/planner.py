"""Keeps exactly one nudge planned for everybody who wants them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from bot.clock import Clock
from bot.learners.models import Learner
from bot.metrics import ENDED, UNPLANNED
from bot.nudges.deciding.following import following
from bot.nudges.deciding.library import Library
from bot.nudges.deciding.planning import LookAgain, NextStep, PauseNow, Plan
from bot.nudges.experiment.lessons import Lessons
from bot.nudges.isolation import contained, isolated
from bot.nudges.loading import situations_of
from bot.nudges.models import DueState, Occasion, Reason
from bot.nudges.ports import NudgeWork, OpenNudgeWork
from bot.nudges.rows import NewRow
from bot.nudges.situation import Situation, willing
from bot.nudges.states import cancel, end_pause, pause_for_good
from bot.values import value

BATCH = 200
"""People planned for in one call."""
AFTER_TROUBLE = timedelta(hours=1)
"""Until then someone whose planning failed is left alone."""
CHUNK = 100
"""People planned for in one transaction: SQLite has one writer, and others should not notice that it is busy."""


@value
class Wanted:
    """Somebody without an open row, who may need one."""

    situation: Situation
    not_before: datetime | None = None
    """What a refusal asked for."""
    instead_at: datetime | None = None
    """For this moment another script is looked for first."""


class Planner:
    """Plans the next nudge of people."""

    def __init__(self, open_work: OpenNudgeWork, clock: Clock, lessons: Lessons) -> None:
        self._open_work = open_work
        self._clock = clock
        self._lessons = lessons
        self._library = Library({})

    def plan_missing(self, limit: int = BATCH) -> int:
        """Bring up to date everybody whose plan may be missing, outdated or unwanted; return how many were looked at."""
        with self._open_work() as work:
            waiting = work.planning_queue.waiting(self._clock(), limit)
        for first in range(0, len(waiting), CHUNK):
            some = waiting[first : first + CHUNK]
            isolated("planning_together_failed", partial(self._refresh, some), partial(self._one_by_one, some))
        return len(waiting)

    def refresh(self, learner_id: str) -> None:
        """Bring one person's plan up to date; nothing happens when it is."""
        self._refresh([learner_id])

    def sweep(self) -> None:
        """Queue whoever fell out of the queue, for instance because rows were changed by hand."""
        with self._open_work() as work:
            work.planning_queue.sweep()

    def plan_anew(self, learner_id: str) -> None:
        """Plan one person anew, though what is planned could stay: after a pause that ends early it would come too late."""
        with self._open_work() as work:
            learner = work.learners.for_change(learner_id)
            if learner:
                self.replan(work, learner, self._clock())

    def replan(self, work: NudgeWork, learner: Learner, now: datetime) -> None:
        """Plan anew within ``work`` after the person answered; a nudge that is due or on its way stays, and is decided about."""
        due = work.due_nudges.open_for(learner.id)
        if due and (due.state is not DueState.PLANNED or due.due_at <= now):
            return
        if due:
            _make_way(work, [due.id], now)
        self._plan_for(work, [learner], now)

    def plan(self, work: NudgeWork, wanted: Iterable[Wanted], library: Library, now: datetime) -> None:
        """Plan within ``work`` what comes next: asks the store nothing per person, and asks nothing that is known."""
        steps: list[tuple[Learner, NextStep]] = []
        for one in wanted:
            if willing(one.situation.preferences):
                learner = end_pause(work, one.situation.learner, now)
                situation = one.situation.with_learner(learner)
                steps.append((learner, following(situation, library, now, one.not_before, one.instead_at)))
        if steps:
            _carry_out(work, steps, now)

    def library(self, work: NudgeWork, now: datetime) -> Library:
        """Return the scripts as they are now, with what was learned about them."""
        known, learning = self._library, self._lessons.until(work, now)
        if work.scripts.numbers() != {name: (one.script.version, one.archived) for name, one in known.current.items()}:
            known = self._library = Library(work.scripts.all(), learning)
        elif known.learning != learning:
            known = self._library = replace(known, learning=learning)
        return known

    def _plan_for(self, work: NudgeWork, people: Collection[Learner], now: datetime) -> None:
        wanting = [learner for learner in people if willing(learner.nudges)]
        if wanting:
            situations = situations_of(work, wanting, now)
            self.plan(work, map(Wanted, situations.values()), self.library(work, now), now)

    def _refresh(self, learner_ids: Collection[str]) -> None:
        now = self._clock()
        with self._open_work() as work:
            people = work.learners.all_for_change(learner_ids)
            work.planning_queue.forget(learner_ids)
            self._plan_for(work, _make_room(work, people, now), now)

    def _one_by_one(self, learner_ids: Collection[str]) -> None:
        for learner_id in learner_ids:
            refresh, leave = partial(self.refresh, learner_id), partial(self._leave_alone, learner_id)
            contained("planning_failed", refresh, leave, None, learner=learner_id)

    def _leave_alone(self, learner_id: str) -> None:
        UNPLANNED.inc()
        with self._open_work() as work:
            if work.learners.hold(learner_id):
                work.planning_queue.look_again({learner_id: self._clock() + AFTER_TROUBLE})


def _make_room(work: NudgeWork, people: Mapping[str, Learner], now: datetime) -> list[Learner]:
    """Take away planned rows that are unwanted or outdated; return who needs a new one."""
    rows = work.due_nudges.open_of(people.keys())
    for learner in people.values():
        if learner.id in rows and not willing(learner.nudges):
            cancel(work, learner, now)
    outdated = work.planning_queue.outdated([due.id for due in rows.values()])
    # A follow-up is planned in case nothing is heard, and something may have been.
    outdated |= {due.id for due in rows.values() if due.occasion is Occasion.FOLLOW_UP and due.due_at > now}
    _make_way(work, outdated, now)
    return [learner for learner in people.values() if learner.id not in rows or rows[learner.id].id in outdated]


def _make_way(work: NudgeWork, due_ids: Collection[int], now: datetime) -> None:
    ENDED.labels(str(Reason.REPLANNED)).inc(work.due_nudges.make_way(due_ids, now))


def _carry_out(work: NudgeWork, steps: Sequence[tuple[Learner, NextStep]], now: datetime) -> None:
    work.planning_queue.forget([learner.id for learner, _ in steps])
    later: dict[str, datetime] = {}
    rows: list[NewRow] = []
    for learner, step in steps:
        match step:
            case Plan(script, slot, due_at, choice):
                rows.append(NewRow(learner.id, script, slot, due_at, learner.nudges, choice))
            case LookAgain(at):
                later[learner.id] = at
            case PauseNow():
                pause_for_good(work, learner)
    planned = work.due_nudges.plan(rows)
    work.planning_queue.look_again(later | {row.learner_id: now + AFTER_TROUBLE for row in rows if row.learner_id not in planned})
