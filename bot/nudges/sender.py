"""Sends what is due: claim, decide, mark, deliver, record. Each step is committed before the next begins."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from time import monotonic

from bot.clock import Clock
from bot.messages import Reply
from bot.nudges.days import local_date, start_of
from bot.nudges.delivery import MOST_ATTEMPTS, Ended, Retry, deliver
from bot.nudges.isolation import isolated
from bot.nudges.loading import situation_of
from bot.nudges.models import Deny, DueNudge, DueState, Reason
from bot.nudges.planner import Planner
from bot.nudges.policy import Case, Current, decide
from bot.nudges.ports import NudgeWork, OpenNudgeWork, Outlet
from bot.nudges.render import render, values_for
from bot.nudges.states import end_pause, stop

LEASE = timedelta(minutes=5)
"""Longer than any delivery takes; whoever holds a row longer has died."""
MOST_ROWS = 100
MOST_SECONDS = 20.0
CHUNK = 10
"""Rows claimed at once."""
AFTER_TROUBLE = timedelta(minutes=5)

_REPLACEABLE = {Reason.SCRIPT_CHANGED, Reason.SCRIPT_ARCHIVED, Reason.NOT_ELIGIBLE}
"""The person may get something else at the same moment."""


@dataclass(frozen=True)
class TickReport:
    """What happened to the rows that were due."""

    ends: Mapping[str, int] = field(default_factory=dict)
    """Rows per reason, ``retry`` for those that wait for another try."""
    recovered: int = 0
    """Rows of a process that died, planned again."""
    unclear: int = 0
    """Rows of a process that died while sending: never sent again."""

    @property
    def sent(self) -> int:
        """Return how many nudges went out."""
        return self.ends.get(Reason.ALLOWED, 0)


class Sender:
    """Works off due rows, as ``owner``."""

    def __init__(self, open_work: OpenNudgeWork, clock: Clock, outlet: Outlet, planner: Planner, owner: str) -> None:
        self._open_work = open_work
        self._clock = clock
        self._outlet = outlet
        self._planner = planner
        self._owner = owner

    def send_due(self, most: int = MOST_ROWS, seconds: float = MOST_SECONDS) -> TickReport:
        """Handle at most ``most`` rows within about ``seconds``; what is left waits for the next call."""
        with self._open_work() as work:
            lost = work.due_nudges.recover(self._clock())
        ends = Counter(self._handle_safely(due) for due in self._claimed(most, monotonic() + seconds))
        return TickReport(dict(ends), recovered=lost[DueState.PLANNED], unclear=lost[DueState.UNKNOWN])

    def _claimed(self, most: int, until: float) -> Iterator[DueNudge]:
        for first in range(0, most, CHUNK):
            if monotonic() >= until:
                return
            now = self._clock()
            with self._open_work() as work:
                claimed = work.due_nudges.claim(self._owner, now, now + LEASE, min(CHUNK, most - first))
            for due in claimed:
                if monotonic() < until:
                    yield due
                else:
                    self._release(due)
            if len(claimed) < CHUNK:
                return

    def _release(self, due: DueNudge) -> None:
        # A process that is asked to stop has little time: what it cannot handle goes back at once instead of when the lease ends.
        with self._open_work() as work:
            work.due_nudges.put_back(due.id, self._owner, due.due_at, attempts=due.attempts)

    def _handle_safely(self, due: DueNudge) -> str:
        return isolated("nudge_failed", partial(self._handle, due), partial(self._set_aside, due), due=due.id, script=due.script_id)

    def _handle(self, due: DueNudge) -> str:
        prepared = self._prepare(due)
        if isinstance(prepared, Reason):
            return prepared
        return self._record(due, deliver(self._outlet, due, prepared))

    def _prepare(self, due: DueNudge) -> Reply | Reason:
        """Return the message, its row marked as sending, or the reason why nothing goes out."""
        now = self._clock()
        with self._open_work() as work:
            # Locked until the mark is committed: who says stop before that gets nothing, who says it later waits for us.
            learner = work.learners.for_change(due.learner_id)
            if learner is None:
                return Reason.ERASED
            situation = situation_of(work, learner, now)
            current = work.scripts.current(due.script_id)
            decision = decide(Case(due, situation.without(due.id), current, now))
            if isinstance(decision, Deny):
                return self._denied(work, due, decision, now)
            assert isinstance(current, Current)
            if not work.due_nudges.mark_sending(due.id, self._owner, now, now + LEASE):
                return Reason.LEASE_LOST
            end_pause(work, learner, now)
            return render(current.script, due.id, values_for(learner.wish, situation.idea), learner.register)

    def _denied(self, work: NudgeWork, due: DueNudge, decision: Deny, now: datetime) -> Reason:
        if decision.reason is Reason.TALKING and decision.again_at:
            work.due_nudges.put_back(due.id, self._owner, decision.again_at, attempts=due.attempts)
            return decision.reason
        if not work.due_nudges.end(due.id, self._owner, DueState.SKIPPED, decision.reason, now):
            return Reason.LEASE_LOST
        self._plan_after(work, due, decision.reason, now, decision.again_at)
        return decision.reason

    def _record(self, due: DueNudge, outcome: Ended | Retry) -> str:
        now = self._clock()
        with self._open_work() as work:
            work.learners.for_change(due.learner_id)
            if isinstance(outcome, Retry):
                work.due_nudges.put_back(due.id, self._owner, outcome.at, attempts=due.attempts + 1)
                return "retry"
            if work.due_nudges.end(due.id, self._owner, outcome.state, outcome.reason, now):
                tomorrow = start_of(local_date(now) + timedelta(days=1))
                self._plan_after(work, due, outcome.reason, now, tomorrow)
            return outcome.reason

    def _plan_after(self, work: NudgeWork, due: DueNudge, reason: Reason, now: datetime, not_before: datetime | None) -> None:
        learner = work.learners.for_change(due.learner_id)
        if learner is None:
            return
        if reason is Reason.BLOCKED:
            stop(work, learner, now)
        elif reason in _REPLACEABLE:
            self._planner.plan_instead(work, learner, due, now)
        else:
            self._planner.plan_next(work, learner, now, not_before)

    def _set_aside(self, due: DueNudge) -> str:
        """Put a row away that a bug stopped: tried a few times when it surely was not sent, unknown when it may have been."""
        now = self._clock()
        with self._open_work() as work:
            work.learners.for_change(due.learner_id)
            row = work.due_nudges.by_id(due.id)
            if row is None:
                return Reason.ERASED
            if row.state is DueState.CLAIMED and due.attempts + 1 < MOST_ATTEMPTS:
                work.due_nudges.put_back(due.id, self._owner, now + AFTER_TROUBLE, attempts=due.attempts + 1)
                return "retry"
            state = DueState.UNKNOWN if row.state is DueState.SENDING else DueState.NOT_SENT
            work.due_nudges.end(due.id, self._owner, state, Reason.FAILED, now)
            return Reason.FAILED
