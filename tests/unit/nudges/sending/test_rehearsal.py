from datetime import timedelta

import pytest

from bot.learners.rights import RightsService
from bot.nudges.sending.rehearsal import Rehearsal
from bot.nudges.sending.switch import NudgeSwitch
from bot.nudges.service import NudgeService
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import RecordingOutlet, a_learner, a_script, join, local, make_all_due, rows_of, shelve

PEOPLE = [f"{n}" * 32 for n in range(4)]


@pytest.fixture
def due(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> Rehearsal:
    shelve(sqlite_store, [a_script("een"), a_script("twee")])
    for one in PEOPLE:
        join(sqlite_store, a_learner(one))
    nudges.plan_missing()
    clock.now = local(2026, 3, 3, 11)
    make_all_due(sqlite_store, clock.now)
    return Rehearsal(sqlite_store.work, clock)


def test_it_tells_what_a_tick_would_do_and_changes_nothing(
    due: Rehearsal, sqlite_store: Store, nudges: NudgeService, clock: StoppedClock, outlet: RecordingOutlet
) -> None:
    RightsService(sqlite_store.work, clock).stop(PEOPLE[0])
    before = [rows_of(sqlite_store, one) for one in PEOPLE]
    assert due.next_tick() == {"allowed": 3, "stopped": 1}
    assert [rows_of(sqlite_store, one) for one in PEOPLE] == before
    assert outlet.sent == []
    assert nudges.send_due().ends == {"allowed": 3, "stopped": 1}
    assert due.next_tick() == {}


def test_what_is_late_is_told_as_late(due: Rehearsal, clock: StoppedClock) -> None:
    clock.now += timedelta(hours=3)
    assert due.next_tick() == {"late": 4}


def test_the_switch_holds_what_is_due_and_lets_it_go(
    due: Rehearsal, sqlite_store: Store, nudges: NudgeService, clock: StoppedClock
) -> None:
    switch = NudgeSwitch(sqlite_store.work, clock)
    assert switch.is_on()
    switch.turn(on=False)
    assert (switch.is_on(), nudges.send_due().ends) == (False, {})
    switch.turn(on=True)
    assert nudges.send_due().sent == 4
