"""Decides about many claimed rows in one transaction, and ends those that need no network."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.clock import Clock
from bot.messages import Reply
from bot.metrics import LATENESS
from bot.nudges.deciding.facts import facts_of
from bot.nudges.deciding.library import Library
from bot.nudges.deciding.policy import Case, decide
from bot.nudges.deciding.verdict import Deny
from bot.nudges.loading import situations_of
from bot.nudges.models import DueNudge, DueState, Reason
from bot.nudges.planner import Planner
from bot.nudges.ports import NudgeWork, OpenNudgeWork, Outlet
from bot.nudges.render import message
from bot.nudges.sending.aftermath import Aftermath, Ending, tomorrow
from bot.nudges.sending.limits import NUDGES
from bot.nudges.situation import Situation
from bot.values import value

SWITCHED_OFF = "switched_off"
"""What became of rows that wait until nudges are switched on again."""


@value
class Ready:
    """A row that may go out, with its message."""

    case: Case
    reply: Reply


@dataclass(frozen=True)
class Settled:
    """What became of a batch of rows."""

    ends: Counter[str] = field(default_factory=Counter)
    left: Sequence[Ready] = ()
    """Need the network; still claimed."""


class Settler:
    """Works as ``owner`` of the rows."""

    def __init__(self, open_work: OpenNudgeWork, clock: Clock, outlet: Outlet, planner: Planner, owner: str) -> None:
        self._open_work = open_work
        self._clock = clock
        self._outlet = outlet
        self._planner = planner
        self._aftermath = Aftermath(planner)
        self._owner = owner

    def settle(self, rows: Sequence[DueNudge]) -> Settled:
        """Refuse what may not go out, store what is read from the store, and return the rest. All or nothing.

        Messages and end states are in one transaction, so that a process that dies leaves neither. When somebody switched
        nudges off since the rows were claimed, all of them wait.
        """
        now = self._clock()
        with self._open_work() as work:
            if not work.switches.is_on(NUDGES):
                work.due_nudges.let_wait(self._owner, {due.id: due.due_at for due in rows})
                return Settled(Counter({SWITCHED_OFF: len(rows)}))
            # Locked until the end: who says stop before that gets nothing, who says it later waits for us.
            people = work.learners.all_for_change([due.learner_id for due in rows])
            known = [due for due in rows if due.learner_id in people]
            ends = Counter({Reason.ERASED.value: len(rows) - len(known)})
            library = self._planner.library(work, now)
            homes = work.learners.newest_addresses(people.keys())
            situations = situations_of(work, people.values(), now, homes.keys(), in_hand=True)
            cases = cases_of(known, situations, library, now)
            letters, denied = decide_all(cases)
            stored = self._store(work, letters, self._outlet.reads_store(homes), library, now)
            ends[Reason.ALLOWED] += len(stored)
            work.due_nudges.keep_facts(self._owner, {case.due.id: facts_of(case) for case in cases if case.due.id not in stored})
            ends.update(self.refuse(work, denied, library, now))
            return Settled(+ends, [letter for letter in letters if letter.case.due.id not in stored])

    def refuse(self, work: NudgeWork, denied: Sequence[tuple[Case, Deny]], library: Library, now: datetime) -> list[Reason]:
        """End claimed rows that may not go out, or put them back for who is talking; return what became of them, in no order."""
        talking = {case.due.id: until for case, deny in denied if (until := deny.waits_until)}
        work.due_nudges.let_wait(self._owner, talking)
        same: dict[Reason, list[Ending]] = defaultdict(list)
        for case, deny in denied:
            if case.due.id not in talking:
                same[deny.reason].append(_ending(case, DueState.SKIPPED, deny.reason, deny.again_at))
        ended: set[int] = set()
        for reason, endings in same.items():
            ended |= work.due_nudges.end_all([one.due.id for one in endings], self._owner, DueState.SKIPPED, reason, now)
        refused = [one for endings in same.values() for one in endings]
        self._aftermath.follow(work, [one for one in refused if one.due.id in ended], library, now)
        waiting = [Reason.TALKING] * len(talking)
        return waiting + [one.reason if one.due.id in ended else Reason.LEASE_LOST for one in refused]

    def _store(self, work: NudgeWork, letters: Sequence[Ready], readers: Collection[str], library: Library, now: datetime) -> set[int]:
        wanted = [letter for letter in letters if letter.case.due.learner_id in readers]
        if not wanted:
            return set()
        ended = work.due_nudges.end_sent({letter.case.due.id: facts_of(letter.case) for letter in wanted}, self._owner, now)
        kept = [letter for letter in wanted if letter.case.due.id in ended]
        for letter in kept:
            note_lateness(letter.case.due, now)
        self._outlet.keep(work, [(letter.case.due.learner_id, letter.reply) for letter in kept], now)
        sent = [_ending(letter.case, DueState.SENT, Reason.ALLOWED, tomorrow(now)) for letter in kept]
        self._aftermath.follow(work, sent, library, now)
        return ended


def note_lateness(due: DueNudge, now: datetime) -> None:
    """Count how long after its moment ``due`` went out."""
    LATENESS.observe(max(0.0, (now - due.due_at).total_seconds()))


def cases_of(rows: Iterable[DueNudge], situations: Mapping[str, Situation], library: Library, now: datetime) -> list[Case]:
    """Return what there is to decide about: each row with everything that went before it."""
    return [Case(due, situations[due.learner_id].without(due.id), library.current.get(due.script_id), now) for due in rows]


def decide_all(cases: Iterable[Case]) -> tuple[list[Ready], list[tuple[Case, Deny]]]:
    """Return what may go out and what may not. Raises KeyError for a variable without a value."""
    letters, denied = [], []
    for case in cases:
        decision = decide(case)
        if isinstance(decision, Deny):
            denied.append((case, decision))
        else:
            assert case.current is not None
            letters.append(Ready(case, message(case.due, case.current.script, case.situation)))
    return letters, denied


def _ending(case: Case, state: DueState, reason: Reason, not_before: datetime | None) -> Ending:
    row = case.due.ended(state, reason, case.now)
    return Ending(row, case.situation.with_row(row), reason, not_before)
