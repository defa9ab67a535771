"""Decides about many claimed rows in one transaction, and ends those that need no network."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.clock import Clock
from bot.learners.models import Learner
from bot.messages import Reply
from bot.metrics import LATENESS
from bot.nudges.aftermath import Aftermath, Ending, tomorrow
from bot.nudges.facts import facts_of
from bot.nudges.loading import situations_of
from bot.nudges.models import Deny, DueNudge, DueState, Reason
from bot.nudges.policy import Case, Current, decide
from bot.nudges.ports import NudgeWork, OpenNudgeWork, Outlet
from bot.nudges.render import message
from bot.nudges.situation import Situation


@dataclass(frozen=True)
class Settled:
    """What became of a batch of rows."""

    ends: Counter[str] = field(default_factory=Counter)
    left: Sequence[DueNudge] = ()
    """May go out, and need the network; still claimed."""


@dataclass(frozen=True)
class Ready:
    """A row that may go out, with its message."""

    due: DueNudge
    learner: Learner
    reply: Reply


class Settler:
    """Works as ``owner`` of the rows."""

    def __init__(self, open_work: OpenNudgeWork, clock: Clock, outlet: Outlet, aftermath: Aftermath, owner: str) -> None:
        self._open_work = open_work
        self._clock = clock
        self._outlet = outlet
        self._aftermath = aftermath
        self._owner = owner

    def settle(self, rows: Sequence[DueNudge]) -> Settled:
        """Refuse what may not go out, store what is read from the store, and return the rest. All or nothing.

        Messages and end states are in one transaction, so that a process that dies leaves neither.
        """
        now = self._clock()
        with self._open_work() as work:
            # Locked until the end: who says stop before that gets nothing, who says it later waits for us.
            people = work.learners.all_for_change([due.learner_id for due in rows])
            known = [due for due in rows if due.learner_id in people]
            ends = Counter({Reason.ERASED.value: len(rows) - len(known)})
            situations = situations_of(work, people.values(), now)
            cases = cases_of(known, situations, work.scripts.all(), now)
            work.due_nudges.keep_facts({case.due.id: facts_of(case) for case in cases})
            letters, denied = decide_all(cases, situations)
            ends.update(self.refuse(work, denied, now))
            stored = self._store(work, letters, now)
            ends[Reason.ALLOWED] += len(stored)
            return Settled(+ends, [letter.due for letter in letters if letter.due.id not in stored])

    def refuse(self, work: NudgeWork, denied: Iterable[tuple[DueNudge, Learner, Deny]], now: datetime) -> list[Reason]:
        """End claimed rows that may not go out, or put them back for who is talking; return what became of them, in no order."""
        done: list[Reason] = []
        endings: dict[Reason, list[Ending]] = defaultdict(list)
        for due, learner, deny in denied:
            if deny.reason is Reason.TALKING and deny.again_at:
                work.due_nudges.put_back(due.id, self._owner, deny.again_at, attempts=due.attempts)
                done.append(deny.reason)
            else:
                endings[deny.reason].append(Ending(due, learner, deny.reason, deny.again_at))
        for reason, same in endings.items():
            ended = work.due_nudges.end_all([one.due.id for one in same], self._owner, DueState.SKIPPED, reason, now)
            self._aftermath.follow(work, [one for one in same if one.due.id in ended], now)
            done += [reason if one.due.id in ended else Reason.LEASE_LOST for one in same]
        return done

    def _store(self, work: NudgeWork, letters: Sequence[Ready], now: datetime) -> set[int]:
        readers = self._outlet.reads_store(work, [letter.learner.id for letter in letters])
        wanted = [letter for letter in letters if letter.learner.id in readers]
        if not wanted:
            return set()
        ended = work.due_nudges.end_sent([letter.due.id for letter in wanted], self._owner, now)
        kept = [letter for letter in wanted if letter.due.id in ended]
        for letter in kept:
            note_lateness(letter.due, now)
        self._outlet.keep(work, [(letter.learner.id, letter.reply) for letter in kept], now)
        self._aftermath.follow(work, [Ending(one.due, one.learner, Reason.ALLOWED, tomorrow(now)) for one in kept], now)
        return ended


def note_lateness(due: DueNudge, now: datetime) -> None:
    """Count how long after its moment ``due`` went out."""
    LATENESS.observe(max(0.0, (now - due.due_at).total_seconds()))


def cases_of(rows: Iterable[DueNudge], situations: Mapping[str, Situation], scripts: Mapping[str, Current], now: datetime) -> list[Case]:
    """Return what there is to decide about: each row with everything that went before it."""
    return [Case(due, situations[due.learner_id].without(due.id), scripts.get(due.script_id), now) for due in rows]


def decide_all(cases: Iterable[Case], situations: Mapping[str, Situation]) -> tuple[list[Ready], list[tuple[DueNudge, Learner, Deny]]]:
    """Return what may go out and what may not. Raises KeyError for a variable without a value."""
    letters, denied = [], []
    for case in cases:
        due, current, situation = case.due, case.current, situations[case.due.learner_id]
        decision = decide(case)
        if isinstance(decision, Deny):
            denied.append((due, situation.learner, decision))
        else:
            assert current is not None
            letters.append(Ready(due, situation.learner, message(due, current.script, situation)))
    return letters, denied
