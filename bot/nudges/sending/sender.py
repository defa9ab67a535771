"""Sends what is due: claim, decide, await its turn, mark, deliver, record. Each step is committed before the next begins."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from time import monotonic

from bot.clock import Clock
from bot.metrics import DUE, ENDED, SWITCHED_ON, UNKNOWN
from bot.nudges.deciding.facts import facts_of
from bot.nudges.deciding.policy import decide
from bot.nudges.deciding.verdict import Deny
from bot.nudges.isolation import contained, isolated
from bot.nudges.loading import situation_of
from bot.nudges.models import DueNudge, DueState, Reason
from bot.nudges.planner import Planner
from bot.nudges.ports import OpenNudgeWork, Outlet
from bot.nudges.sending.aftermath import Aftermath, Ending, tomorrow
from bot.nudges.sending.delivery import Ended, Retry, await_turn, deliver
from bot.nudges.sending.hands import Hands
from bot.nudges.sending.limits import NUDGES, Budget
from bot.nudges.sending.overlap import overlapping
from bot.nudges.sending.settling import SWITCHED_OFF, Ready, Settled, Settler, note_lateness
from bot.nudges.states import end_pause

LEASE = timedelta(minutes=5)
"""Longer than any delivery takes; whoever holds a row longer has died."""
MOST_ROWS = 10_000
MOST_SECONDS = 20.0
CHUNK = 400
"""Rows claimed at once unless somebody wants fewer, and decided about in one transaction: SQLite has one writer, and others should
not notice that it is busy (a tenth of a second)."""
BETWEEN_LOOKS = 0.1
"""Seconds until it is looked again what became due while deliveries are going on: a look for each of them costs more than it gains."""
AFTER_TROUBLE = timedelta(minutes=5)
MOST_TROUBLES = 5
RETRY = "retry"
"""What became of rows that wait for another try."""
STUCK = "stuck"
"""What became of rows that could not even be put away: they wait until their lease ends."""


@dataclass(frozen=True)
class TickReport:
    """What happened to the rows that were due."""

    ends: Mapping[str, int] = field(default_factory=dict)
    """Rows per reason; ``RETRY``, ``SWITCHED_OFF`` and ``STUCK`` for those that wait."""
    recovered: int = 0
    """Rows of a process that died, planned again."""
    unclear: int = 0
    """Rows of a process that died while sending: never sent again."""
    unfinished: bool = False
    """It ended because of a bound on rows or time: more may be waiting."""

    @property
    def sent(self) -> int:
        """Return how many nudges went out."""
        return self.ends.get(Reason.ALLOWED, 0)


@dataclass(frozen=True)
class Pace:
    """How fast one process sends: within a budget, so many deliveries at once, and so many batches of such a size at once."""

    budget: Budget = field(default_factory=Budget)
    hands: int = 1
    batches: int = 1
    """More than one helps where the database works in a process of its own."""
    chunk: int = CHUNK
    """Rows in a batch."""


for _end in (*Reason, RETRY, STUCK, SWITCHED_OFF):
    ENDED.labels(str(_end))  # from the start: a number that is not there yet cannot be seen to rise


class Sender:
    """Works off due rows, as ``owner``."""

    def __init__(self, open_work: OpenNudgeWork, clock: Clock, outlet: Outlet, planner: Planner, owner: str, pace: Pace) -> None:
        self._open_work = open_work
        self._clock = clock
        self._outlet = outlet
        self._planner = planner
        self._aftermath = Aftermath(planner)
        self._settler = Settler(open_work, clock, outlet, planner, owner)
        self._owner = owner
        self._pace = pace

    def send_due(self, most: int = MOST_ROWS, seconds: float = MOST_SECONDS) -> TickReport:
        """Handle at most ``most`` rows within about ``seconds``; what is left waits for the next call.

        While a delivery is going on, what became due meanwhile is taken along: otherwise it waits for the slowest one, and then for
        the next call.
        """
        with self._open_work() as work:
            lost = work.due_nudges.recover(self._clock())
        until = monotonic() + seconds
        with Hands(self._pace.hands) as hands:
            going_on = True
            while going_on:
                most -= self._work_off(most, until, hands)
                going_on = hands.wait(BETWEEN_LOOKS)
        unfinished = most <= 0 or monotonic() >= until
        report = TickReport(dict(hands.ends), lost[DueState.PLANNED], lost[DueState.UNKNOWN], unfinished)
        self._count(report)
        return report

    def _work_off(self, most: int, until: float, hands: Hands) -> int:
        """Settle what is due now, give what has to be delivered to ``hands`` and return how many rows that were."""
        handled = 0
        for settled in overlapping(self._settle, self._claimed(most, until), self._pace.batches):
            hands.ends.update(settled.ends)
            self._hand_out(settled.left, hands, until)
            handled += settled.ends.total() + len(settled.left)
        return handled

    def _count(self, report: TickReport) -> None:
        for reason, rows in report.ends.items():
            ENDED.labels(str(reason)).inc(rows)
        UNKNOWN.inc(report.unclear)
        with self._open_work() as work:
            DUE.set(work.due_nudges.count_due(self._clock()))
            SWITCHED_ON.set(work.switches.is_on(NUDGES))

    def _claimed(self, most: int, until: float) -> Iterator[Sequence[DueNudge]]:
        while most > 0 and monotonic() < until:
            claimed = self._claim(min(self._pace.chunk, most))
            if claimed:
                yield claimed
            if len(claimed) < self._pace.chunk:
                return
            most -= len(claimed)

    def _claim(self, most: int) -> Sequence[DueNudge]:
        now = self._clock()
        with self._open_work() as work:
            room = self._pace.budget.room(work, now)
            return work.due_nudges.claim(self._owner, now, now + LEASE, most if room is None else min(most, room))

    def _settle(self, chunk: Sequence[DueNudge]) -> Settled:
        return isolated("deciding_together_failed", partial(self._settler.settle, chunk), partial(self._one_by_one, chunk))

    def _one_by_one(self, rows: Sequence[DueNudge]) -> Settled:
        parts = [
            self._safely(due, partial(self._settler.settle, [due]), partial(self._settled_aside, due), _ended_as(STUCK)) for due in rows
        ]
        return Settled(sum((part.ends for part in parts), Counter()), [ready for part in parts for ready in part.left])

    def _hand_out(self, letters: Sequence[Ready], hands: Hands, until: float) -> None:
        for place, ready in enumerate(letters):
            if monotonic() >= until:
                self._release(letters[place:])
                return
            due = ready.case.due
            hands.give(partial(self._safely, due, partial(self._handle, ready), partial(self._set_aside, due), STUCK))

    def _safely[T](self, due: DueNudge, action: Callable[[], T], otherwise: Callable[[], T], left: T) -> T:
        return contained("nudge_failed", action, otherwise, left, due=due.id, script=due.script_id)

    def _release(self, letters: Sequence[Ready]) -> None:
        # A process that is asked to stop has little time: what it cannot handle goes back at once instead of when the lease ends.
        with self._open_work() as work:
            work.due_nudges.let_wait(self._owner, {ready.case.due.id: ready.case.due.due_at for ready in letters})

    def _handle(self, ready: Ready) -> str:
        due = ready.case.due
        # Before the mark: who waits for a turn and dies has certainly sent nothing.
        if trouble := await_turn(self._outlet, due, self._clock):
            return self._record(due, trouble)
        return self._mark(ready) or self._record(due, deliver(self._outlet, due, ready.reply, self._clock))

    def _mark(self, ready: Ready) -> str | None:
        """Mark the row as sending, or return why it does not go out after all: much may have been said since it was decided about."""
        now, due = self._clock(), ready.case.due
        with self._open_work(lasts=True) as work:
            # Locked until the mark is committed: who says stop before that gets nothing, who says it later waits for us.
            learner = work.learners.for_change(due.learner_id)
            if learner is None:
                return Reason.ERASED
            if not work.switches.is_on(NUDGES):
                work.due_nudges.let_wait(self._owner, {due.id: due.due_at})
                return SWITCHED_OFF
            case = replace(ready.case, situation=ready.case.situation.with_learner(learner), now=now)
            decision = decide(case)
            if isinstance(decision, Deny):
                work.due_nudges.keep_facts(self._owner, {due.id: facts_of(case)})
                return self._settler.refuse(work, [(case, decision)], self._planner.library(work, now), now)[0]
            if not work.due_nudges.mark_sending(due.id, self._owner, now, now + LEASE):
                return Reason.LEASE_LOST
            end_pause(work, learner, now)
            return None

    def _record(self, due: DueNudge, outcome: Ended | Retry) -> str:
        now = self._clock()
        with self._open_work() as work:
            learner = work.learners.for_change(due.learner_id)
            if isinstance(outcome, Retry):
                work.due_nudges.put_back(due.id, self._owner, outcome.at, attempts=outcome.attempts)
                return RETRY
            if outcome.state is DueState.SENT:
                note_lateness(due, now)
            UNKNOWN.inc(outcome.state is DueState.UNKNOWN)
            if work.due_nudges.end(due.id, self._owner, outcome.state, outcome.reason, now) and learner:
                ending = Ending(due, situation_of(work, learner, now), outcome.reason, tomorrow(now))
                self._aftermath.follow(work, [ending], self._planner.library(work, now), now)
            return outcome.reason

    def _settled_aside(self, due: DueNudge) -> Settled:
        return _ended_as(self._set_aside(due))

    def _set_aside(self, due: DueNudge) -> str:
        """Put a row away that a bug stopped: tried a few times when it surely was not sent, unknown when it may have been."""
        now = self._clock()
        with self._open_work() as work:
            work.learners.hold(due.learner_id)
            row = work.due_nudges.by_id(due.id)
            if row is None:
                return Reason.ERASED
            if row.state is DueState.CLAIMED and due.attempts + 1 < MOST_TROUBLES:
                work.due_nudges.put_back(due.id, self._owner, now + AFTER_TROUBLE, attempts=due.attempts + 1)
                return RETRY
            state = DueState.UNKNOWN if row.state is DueState.SENDING else DueState.NOT_SENT
            UNKNOWN.inc(state is DueState.UNKNOWN)
            if work.due_nudges.end(due.id, self._owner, state, Reason.FAILED, now):
                work.planning_queue.look_again({due.learner_id: now})
            return Reason.FAILED


def _ended_as(end: str) -> Settled:
    return Settled(Counter([end]))
