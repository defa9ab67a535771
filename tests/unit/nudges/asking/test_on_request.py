from datetime import timedelta

import pytest

from bot.learners.models import NudgeState
from bot.nudges.models import Moment, Reason, Repeat
from bot.nudges.service import NudgeService
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import RecordingOutlet, a_learner, a_script, at_moment, ends_of, join, open_row, rows_of, shelve

WHO = "a" * 32


@pytest.mark.parametrize("state", NudgeState)
def test_whoever_asks_gets_one_with_or_without_a_subscription(sqlite_store: Store, nudges: NudgeService, state: NudgeState) -> None:
    shelve(sqlite_store, [a_script("een")])
    join(sqlite_store, a_learner(state=state))
    reply = nudges.send_now(WHO)
    assert reply is not None
    (row,) = rows_of(sqlite_store)
    assert (row.state.value, row.reason) == ("sent", Reason.ASKED_FOR)
    assert reply.buttons[0].payload == f"nudge:{row.id}:0"
    assert nudges.answer(WHO, row.id, 0).reply is not None


def test_asking_changes_nothing_about_the_timetable(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock
) -> None:
    shelve(sqlite_store, [a_script(f"script-{n}") for n in range(5)])
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    planned = open_row(sqlite_store)
    clock.now = planned.due_at - timedelta(hours=1)
    assert nudges.send_now(WHO)
    assert nudges.send_now(WHO)
    clock.now = planned.due_at
    nudges.send_due()
    nudges.send_due()  # when it was the planned script that was asked for, another takes its place
    assert len(outlet.sent) == 1
    assert ends_of(sqlite_store).count(("sent", "asked_for")) == 2


def test_asking_again_gives_something_else_until_everything_was_seen(
    sqlite_store: Store, nudges: NudgeService, clock: StoppedClock
) -> None:
    shelve(sqlite_store, [a_script(f"script-{n}", text=f"Vraag {n}?", repeat=Repeat(1, 90)) for n in range(4)])
    join(sqlite_store, a_learner())
    texts = []
    for _ in range(6):
        reply = nudges.send_now(WHO)
        assert reply is not None
        texts.append(reply.text)
        clock.advance(minutes=1)
    assert len(set(texts[:4])) == 4
    assert texts[4:] == texts[:2], "then what was seen longest ago comes back"


def test_comeback_scripts_and_scripts_for_others_are_never_given(sqlite_store: Store, nudges: NudgeService) -> None:
    shelve(sqlite_store, [a_script("weer", needs=frozenset({"silent_3w"})), a_script("zzp", audience=("zzp",))])
    join(sqlite_store, a_learner())
    assert nudges.send_now(WHO) is None


def test_a_script_that_fits_the_moment_goes_first(sqlite_store: Store, nudges: NudgeService) -> None:
    evenings = [at_moment(a_script(f"avond-{n}"), part="avond") for n in range(9)]
    shelve(sqlite_store, [*evenings, at_moment(a_script("ochtend", text="Goedemorgen!"), 0, part="ochtend")])
    join(sqlite_store, a_learner())
    reply = nudges.send_now(WHO)
    assert reply is not None
    assert reply.text == "Goedemorgen!"


def test_nobody_gets_nothing(nudges: NudgeService) -> None:
    assert nudges.send_now("nobody") is None


def test_what_is_out_of_season_is_not_given_on_request_either(sqlite_store: Store, nudges: NudgeService) -> None:
    shelve(sqlite_store, [a_script("zomer", moment=Moment(months=frozenset({7})))])
    join(sqlite_store, a_learner())
    assert nudges.send_now(WHO) is None
