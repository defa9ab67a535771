"""Out of the experiment, with nudges as without it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.errors import UnknownLearner
from bot.learners.tenants import Tenant
from bot.nudges.asking.looking import Why
from bot.nudges.choose import by_lot
from bot.nudges.experiment.lessons import Lessons
from bot.nudges.experiment.service import Experiment
from bot.nudges.models import planned_day
from bot.nudges.service import NudgeService
from bot.store.tables.nudges import due_nudges
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import RecordingOutlet, a_learner, a_script, join, open_row, shelve

ME = "a" * 32
SCRIPTS = [a_script(f"script-{n}") for n in range(4)]


@pytest.fixture
def nudges(store: Store, clock: StoppedClock) -> NudgeService:
    """Nudges of a tenant with the experiment on; two people, of whom one is in these tests."""
    shelve(store, SCRIPTS)
    with store.work() as work:
        work.tenants.save(Tenant("demo", "Demo", learns=True))
    for learner in (a_learner(), a_learner("b" * 32)):
        join(store, replace(learner, last_seen_at=clock.now - timedelta(days=1)))
    return NudgeService(store.work, clock, RecordingOutlet(clock), lessons=Lessons("salt"))


def experiments(store: Store, learner_id: str = ME) -> list[tuple[str | None, int | None]]:
    with store.work() as work:
        rows = work.connection.execute(due_nudges.select().where(due_nudges.c.learner_id == learner_id).order_by(due_nudges.c.id))
        return [(row.chosen_by, row.experiment) for row in rows]


def send_one(nudges: NudgeService, store: Store, clock: StoppedClock, learner_id: str = ME) -> int:
    nudges.plan_missing()
    due = open_row(store, learner_id)
    clock.now = due.due_at
    assert nudges.send_due().sent >= 1
    return due.id


def test_what_is_planned_next_is_the_ordinary_choice_on_the_same_day(nudges: NudgeService, store: Store) -> None:
    nudges.plan_missing()
    before = open_row(store)
    assert nudges.leave_experiment(ME) is False
    after = open_row(store)
    assert (after.due_at, after.slot) == (before.due_at, before.slot)
    assert after.script_id == by_lot(SCRIPTS, ME, planned_day(after.slot)).id
    assert experiments(store) == [(None, None)]
    assert experiments(store, "b" * 32) != [(None, None)]


def test_nothing_from_before_counts_or_teaches_any_more(nudges: NudgeService, store: Store, clock: StoppedClock) -> None:
    due_id = send_one(nudges, store, clock)
    nudges.answer(ME, due_id, 0)
    clock.advance(days=4)
    with store.work() as work:
        counted = [one.person for one in work.experiment.decisions(clock.now)]
        taught = sum(tally.seen for tally in Lessons().until(work, clock.now).tallies.values())
    assert ME in counted
    nudges.leave_experiment(ME)
    with store.work() as work:
        assert [one.person for one in work.experiment.decisions(clock.now)] == [one for one in counted if one != ME]
        assert sum(tally.seen for tally in Lessons().until(work, clock.now).tallies.values()) == taught - counted.count(ME)


def test_leaving_twice_changes_nothing_and_coming_back_counts_from_then_on(nudges: NudgeService, store: Store, clock: StoppedClock) -> None:
    nudges.answer(ME, send_one(nudges, store, clock), 0)
    nudges.leave_experiment(ME)
    kept = open_row(store)
    assert nudges.leave_experiment(ME) is False
    assert open_row(store) == kept
    assert nudges.join_experiment(ME) is True
    assert [number for _, number in experiments(store)] == [None, 1]


def test_why_says_what_chose_it_and_that_they_left_since(nudges: NudgeService, store: Store, clock: StoppedClock) -> None:
    due_id = send_one(nudges, store, clock)
    why = nudges.why(ME)
    assert isinstance(why, Why)
    assert why.chosen_by
    assert why.takes_part is True
    nudges.leave_experiment(ME)
    assert nudges.why(ME) == replace(why, takes_part=False)
    assert Experiment(store.work, clock, "salt").is_drawn_again(due_id) is True


def test_a_row_that_somebody_planned_meanwhile_is_planned_anew(nudges: NudgeService, store: Store) -> None:
    nudges.plan_missing()
    with store.work() as work:
        learner = work.learners.for_change(ME)
        assert learner
        work.learners.save(replace(learner, outside_experiment=True))
    nudges.plan_missing()
    assert experiments(store) == [(None, None)]


def test_where_there_is_no_experiment_it_is_kept_for_later(nudges: NudgeService, store: Store) -> None:
    with store.work() as work:
        work.tenants.learn("demo", on=False)
    assert nudges.takes_part(ME) is None
    assert nudges.leave_experiment(ME) is None
    with store.work() as work:
        work.tenants.learn("demo", on=True)
    assert nudges.takes_part(ME) is False


def test_nobody_we_know_takes_no_part(nudges: NudgeService) -> None:
    assert nudges.takes_part("f" * 32) is None
    with pytest.raises(UnknownLearner):
        nudges.leave_experiment("f" * 32)
