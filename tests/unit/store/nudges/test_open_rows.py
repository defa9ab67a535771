"""A row is open while it has no end: every change to an end state must note when, and no other may."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.learners.models import NudgePreferences, NudgeState
from bot.nudges.deciding.facts import Facts
from bot.nudges.models import DueNudge, DueState, Reason
from bot.nudges.rows import NewRow
from bot.store.tables.nudges import due_nudges
from bot.store.work import SqlWork, Store
from tests.unit.nudges.makers import MONDAY, a_learner, a_script, join, shelve

WHO = "a" * 32
ME = "scheduler one"
LEASE = MONDAY + timedelta(minutes=5)
FACTS = Facts(MONDAY, NudgeState.ON, 7, None, in_week=0, unanswered=0, talking=False, snoozed=False, reachable=True)
STEPS: dict[str, Callable[[SqlWork, DueNudge], object]] = {
    "claimed": lambda work, due: claim(work),
    "decided about": lambda work, due: (claim(work), work.due_nudges.keep_facts(ME, {due.id: FACTS})),
    "waiting for a talk to end": lambda work, due: (claim(work), work.due_nudges.let_wait(ME, {due.id: LEASE})),
    "on its way": lambda work, due: hand_over(work, due),
    "tried again later": lambda work, due: (hand_over(work, due), work.due_nudges.put_back(due.id, ME, LEASE, attempts=1)),
    "claimed by who died": lambda work, due: (claim(work), work.due_nudges.recover(LEASE + timedelta(seconds=1))),
    "handed over by who died": lambda work, due: (hand_over(work, due), work.due_nudges.recover(LEASE + timedelta(seconds=1))),
    "handed over by who turns out to live": lambda work, due: (
        hand_over(work, due),
        work.due_nudges.recover(LEASE + timedelta(seconds=1)),
        work.due_nudges.end(due.id, ME, DueState.SENT, Reason.ALLOWED, LEASE),
    ),
    "refused": lambda work, due: (claim(work), work.due_nudges.end(due.id, ME, DueState.SKIPPED, Reason.LATE, MONDAY)),
    "stored with its message": lambda work, due: (claim(work), work.due_nudges.end_sent({due.id: FACTS}, ME, MONDAY)),
    "answered": lambda work, due: (
        claim(work),
        work.due_nudges.end_sent({due.id: FACTS}, ME, MONDAY),
        work.due_nudges.answer(due.id, "Ja", MONDAY, None, taken_up=True),
    ),
    "replanned when it was due": lambda work, due: work.due_nudges.make_way([due.id], MONDAY),
    "beside one that was asked for": lambda work, due: work.due_nudges.record_sent(WHO, a_script("een"), "asked", MONDAY, Reason.ASKED_FOR),
    "beside one sent by hand": lambda work, due: work.due_nudges.begin(WHO, a_script("een"), "by_hand", ME, MONDAY),
}


def claim(work: SqlWork) -> None:
    assert work.due_nudges.claim(ME, MONDAY, LEASE, 1)


def hand_over(work: SqlWork, due: DueNudge) -> None:
    claim(work)
    assert work.due_nudges.mark_sending(due.id, ME, MONDAY, LEASE)


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_a_row_is_open_exactly_as_long_as_it_has_no_end(store: Store, step: Callable[[SqlWork, DueNudge], object]) -> None:
    shelve(store, [a_script("een")])
    join(store, a_learner())
    with store.work() as work:
        work.due_nudges.plan([NewRow(WHO, a_script("een"), "slot", MONDAY, NudgePreferences(NudgeState.ON))])
        due = work.due_nudges.open_for(WHO)
        assert due is not None
        step(work, due)
        rows = work.connection.execute(select(due_nudges.c.state, due_nudges.c.ended_at)).all()
    assert [row.ended_at is not None for row in rows] == [DueState(row.state).is_end for row in rows]
