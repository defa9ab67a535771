"""Learning where it meets the store: what is planned, what is answered, and what the next day knows."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.learners.tenants import Tenant
from bot.nudges.asking.looking import Why
from bot.nudges.experiment.choice import ChosenBy, read
from bot.nudges.experiment.learning import Learning
from bot.nudges.experiment.lessons import Lessons
from bot.nudges.experiment.service import Experiment
from bot.nudges.experiment.thompson import Tally
from bot.nudges.service import NudgeService
from bot.store.tables.nudges import due_nudges
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import RecordingOutlet, a_learner, a_script, join, open_row, shelve

SCRIPTS = [a_script(f"script-{n}") for n in range(4)]


@pytest.fixture
def learning(store: Store, clock: StoppedClock) -> NudgeService:
    """Nudges of a tenant that learns, with one person."""
    shelve(store, SCRIPTS)
    with store.work() as work:
        work.tenants.save(Tenant("demo", "Demo", learns=True))
    join(store, replace(a_learner(), last_seen_at=clock.now - timedelta(days=1)))
    return NudgeService(store.work, clock, RecordingOutlet(clock), lessons=Lessons("salt"))


def choice_of(store: Store) -> tuple[str | None, str | None, int | None]:
    with store.work() as work:
        row = work.connection.execute(due_nudges.select().order_by(due_nudges.c.id.desc())).first()
    assert row is not None
    return row.chosen_by, row.choice, row.experiment


def test_a_planned_nudge_keeps_how_it_was_chosen_and_can_be_drawn_again(store: Store, learning: NudgeService) -> None:
    learning.plan_missing()
    chosen_by, line, experiment = choice_of(store)
    assert line is not None
    choice, due = read(line), open_row(store)
    assert (chosen_by, experiment) == (choice.by, 1)
    again = Learning(frozenset({"demo"}), salt="salt").among(SCRIPTS, a_learner(), due.due_at.date())
    assert (again[0].id, again[1]) == (due.script_id, choice)


def test_an_administrator_can_have_a_choice_made_again(store: Store, learning: NudgeService, clock: StoppedClock) -> None:
    learning.plan_missing()
    due = open_row(store)
    assert Experiment(store.work, clock, "salt").is_drawn_again(due.id) is True
    with store.work() as work:
        other = next(one.id for one in SCRIPTS if one.id != due.script_id)
        work.connection.execute(due_nudges.update().values(script_id=other))
    assert Experiment(store.work, clock, "salt").is_drawn_again(due.id) is False
    with store.work() as work:
        work.connection.execute(due_nudges.update().values(choice=None))
    assert Experiment(store.work, clock, "salt").is_drawn_again(due.id) is None
    assert Experiment(store.work, clock, "salt").is_drawn_again(due.id + 1) is None


def test_who_asks_why_is_told_what_decided(store: Store, learning: NudgeService, clock: StoppedClock) -> None:
    learning.plan_missing()
    clock.now = open_row(store).due_at
    learning.send_due()
    why = learning.why("a" * 32)
    assert isinstance(why, Why)
    with store.work() as work:
        sent = work.connection.execute(due_nudges.select().where(due_nudges.c.sent_at.is_not(None))).one()
    assert sent.chosen_by
    assert why.chosen_by == sent.chosen_by


def test_while_no_tenant_learns_nothing_is_kept(store: Store, learning: NudgeService) -> None:
    with store.work() as work:
        work.tenants.learn("demo", on=False)
    learning.plan_missing()
    assert choice_of(store) == (None, None, None)


@pytest.mark.parametrize(
    ("index", "hours", "tally"),
    [(0, 1, Tally(1, 1)), (0, 71, Tally(1, 1)), (0, 73, Tally(0, 1)), (1, 1, Tally(0, 1)), (2, 1, Tally(0, 1)), (3, 1, Tally(0, 1))],
)
def test_an_answer_in_time_that_takes_it_up_teaches(
    store: Store, learning: NudgeService, clock: StoppedClock, index: int, hours: int, tally: Tally
) -> None:
    learning.plan_missing()
    due = open_row(store)
    clock.now = due.due_at
    assert learning.send_due().sent == 1
    clock.advance(hours=hours)
    learning.answer("a" * 32, due.id, index)
    clock.advance(days=4)
    with store.work() as work:
        assert Lessons("salt").until(work, clock.now).tallies == {(due.script_id, 1): tally}


def test_a_day_rests_on_the_same_knowledge_until_it_ends(store: Store, learning: NudgeService, clock: StoppedClock) -> None:
    lessons = Lessons("salt")
    learning.plan_missing()
    clock.now = open_row(store).due_at
    learning.send_due()
    with store.work() as work:
        assert lessons.until(work, clock.now).tallies == {}
        assert lessons.until(work, clock.now + timedelta(days=3)).tallies == {}
        assert len(lessons.until(work, clock.now + timedelta(days=4)).tallies) == 1


def test_switching_off_counts_at_once(store: Store, learning: NudgeService, clock: StoppedClock) -> None:
    lessons = Lessons("salt")
    with store.work() as work:
        assert lessons.until(work, clock.now).tenants == {"demo"}
        work.tenants.learn("demo", on=False)
        assert lessons.until(work, clock.now) == Learning()


def test_held_out_people_get_their_nudges_like_everybody(store: Store, learning: NudgeService, clock: StoppedClock) -> None:
    held_out = next(f"{n:032x}" for n in range(200) if Learning(salt="salt").holds_out(f"{n:032x}"))
    join(store, a_learner(held_out))
    learning.plan_missing()
    clock.now = open_row(store, held_out).due_at
    learning.send_due()
    with store.work() as work:
        rows = work.connection.execute(due_nudges.select().where(due_nudges.c.learner_id == held_out, due_nudges.c.sent_at.is_not(None)))
        assert [(row.state, row.chosen_by) for row in rows] == [("sent", ChosenBy.HOLD_OUT)]
