from datetime import timedelta

import pytest

from bot.clock import local_date
from bot.learners.models import NudgeState
from bot.learners.rights import RightsService
from bot.nudges.asking.answering import NudgeAnswer
from bot.nudges.models import DueState
from bot.nudges.service import NudgeService
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import RecordingOutlet, a_learner, a_script, join, open_row, rows_of, shelve, stored

WHO = "a" * 32
YES, NOT_NOW, LESS, STOP = range(4)


@pytest.fixture
def due_id(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> int:
    """Id of a nudge that was just sent."""
    shelve(sqlite_store, [a_script("een"), a_script("twee")])
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    due = open_row(sqlite_store)
    clock.now = due.due_at
    nudges.send_due()
    clock.advance(minutes=3)
    return due.id


def test_a_button_answers_and_hands_over_what_follows(sqlite_store: Store, nudges: NudgeService, due_id: int, clock: StoppedClock) -> None:
    answer = nudges.answer(WHO, due_id, YES)
    assert answer.reply is not None
    assert (answer.reply.text, answer.ask, answer.interest) == ("Leuk.", "ask_suggestion", "hout")
    row = rows_of(sqlite_store)[0]
    assert (row.answer, row.answered_at) == ("Ja", clock.now)


def test_niet_nu_gives_a_week_of_silence(sqlite_store: Store, nudges: NudgeService, due_id: int, clock: StoppedClock) -> None:
    assert nudges.answer(WHO, due_id, NOT_NOW).reply is not None
    assert open_row(sqlite_store).due_at >= clock.now + timedelta(days=7)


def test_less_often_is_once_a_month(sqlite_store: Store, nudges: NudgeService, due_id: int) -> None:
    nudges.answer(WHO, due_id, LESS)
    assert stored(sqlite_store).nudges.every_days == 30
    assert local_date(open_row(sqlite_store).due_at) - local_date(rows_of(sqlite_store)[0].due_at) >= timedelta(days=30)


def test_stop_stops_at_once(sqlite_store: Store, nudges: NudgeService, due_id: int, outlet: RecordingOutlet, clock: StoppedClock) -> None:
    nudges.answer(WHO, due_id, STOP)
    assert stored(sqlite_store).nudges.state is NudgeState.STOPPED
    assert all(row.state.is_end for row in rows_of(sqlite_store))
    exported = RightsService(sqlite_store.work, clock).export(WHO)
    assert exported["consents"][0]["withdrawn_at"]
    for _ in range(40):
        clock.advance(days=1)
        nudges.plan_missing()
        nudges.send_due()
    assert len(outlet.sent) == 1


@pytest.mark.parametrize("index", [YES, NOT_NOW, LESS, STOP])
def test_the_same_button_twice_says_the_same_and_changes_nothing(
    sqlite_store: Store, nudges: NudgeService, due_id: int, clock: StoppedClock, index: int
) -> None:
    first = nudges.answer(WHO, due_id, index)
    after, planned = rows_of(sqlite_store), stored(sqlite_store)
    clock.advance(hours=5)
    assert nudges.answer(WHO, due_id, index) == first
    assert (rows_of(sqlite_store), stored(sqlite_store)) == (after, planned)


def test_whoever_thinks_better_of_niet_nu_gets_the_next_one_in_time(sqlite_store: Store, nudges: NudgeService, due_id: int) -> None:
    nudges.answer(WHO, due_id, NOT_NOW)
    snoozed = open_row(sqlite_store).due_at
    nudges.answer(WHO, due_id, YES)
    assert rows_of(sqlite_store)[0].quiet_until is None
    assert open_row(sqlite_store).due_at < snoozed


def test_after_a_stop_another_button_does_not_switch_nudges_on(sqlite_store: Store, nudges: NudgeService, due_id: int) -> None:
    nudges.answer(WHO, due_id, STOP)
    assert nudges.answer(WHO, due_id, YES).reply is not None
    nudges.plan_missing()
    assert stored(sqlite_store).nudges.state is NudgeState.STOPPED
    assert all(row.state.is_end for row in rows_of(sqlite_store))


@pytest.mark.parametrize(("who", "shift", "index"), [("b" * 32, 0, 0), (WHO, 1000, 0), (WHO, 0, 4), (WHO, 0, -1), ("nobody", 0, 0)])
def test_a_button_that_is_not_theirs_means_nothing(
    sqlite_store: Store, nudges: NudgeService, due_id: int, who: str, shift: int, index: int
) -> None:
    join(sqlite_store, a_learner("b" * 32))
    assert nudges.answer(who, due_id + shift, index) == NudgeAnswer()
    assert rows_of(sqlite_store)[0].answer is None


def test_a_button_of_a_nudge_that_never_came_means_nothing(sqlite_store: Store, nudges: NudgeService, due_id: int) -> None:
    planned = open_row(sqlite_store)
    assert planned.id != due_id
    assert nudges.answer(WHO, planned.id, STOP) == NudgeAnswer()
    assert stored(sqlite_store).nudges.state is NudgeState.ON


def test_the_buttons_of_an_old_version_keep_their_meaning(sqlite_store: Store, nudges: NudgeService, due_id: int) -> None:
    script_id = rows_of(sqlite_store)[0].script_id
    shelve(sqlite_store, [a_script(script_id, version=2, buttons=a_script().buttons[::-1])])
    answer = nudges.answer(WHO, due_id, YES)
    assert answer.reply is not None
    assert answer.reply.text == "Leuk."


def test_an_answer_that_comes_before_the_end_is_recorded_is_kept(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock
) -> None:
    shelve(sqlite_store, [a_script("een")])
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    due = open_row(sqlite_store)
    clock.now = due.due_at
    outlet.instead = lambda _: nudges.answer(WHO, due.id, NOT_NOW) and None
    nudges.send_due()
    row = rows_of(sqlite_store)[0]
    assert (row.state, row.answer) == (DueState.SENT, "Niet nu")
    assert open_row(sqlite_store).due_at >= clock.now + timedelta(days=7)
