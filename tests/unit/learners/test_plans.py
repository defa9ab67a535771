import pytest

from bot.errors import UnknownLearner
from bot.learners.models import Learner
from bot.learners.plans import PlanService
from bot.learners.redact import MARK
from tests.conftest import StoppedClock


def test_the_newest_plan_is_the_one_made_last(plans: PlanService, learner: Learner) -> None:
    plans.make(learner.id, "demo/a", "Zaag een plank", "in de pauze")
    second = plans.make(learner.id, "demo/b", "Kijk een filmpje", "zaterdag na het eten")
    assert plans.newest(learner.id) == second
    assert (second.item_title, second.moment) == ("Kijk een filmpje", "zaterdag na het eten")


def test_done_closes_the_newest_open_plan_only(plans: PlanService, learner: Learner, clock: StoppedClock) -> None:
    first = plans.make(learner.id, "demo/a", "Zaag een plank", "in de pauze")
    second = plans.make(learner.id, "demo/b", "Kijk een filmpje", "zaterdag")
    closed = [plans.done(learner.id), plans.done(learner.id), plans.done(learner.id)]
    assert [plan and (plan.id, plan.done_at) for plan in closed] == [(second.id, clock.now), (first.id, clock.now), None]
    assert plans.newest(learner.id) == closed[0]


def test_an_open_plan_is_moved_and_keeps_what_it_is_about(plans: PlanService, learner: Learner) -> None:
    made = plans.make(learner.id, "demo/a", "Zaag een plank", "zaterdag")
    moved = plans.move(learner.id, "zondag")
    assert moved
    assert (moved.id, moved.item_title, moved.moment) == (made.id, "Zaag een plank", "zondag")
    assert plans.open(learner.id) == moved


def test_a_plan_that_is_done_is_neither_moved_nor_dropped(plans: PlanService, learner: Learner) -> None:
    plans.make(learner.id, "demo/a", "Zaag een plank", "zaterdag")
    done = plans.done(learner.id)
    assert (plans.open(learner.id), plans.move(learner.id, "zondag"), plans.drop(learner.id)) == (None, None, None)
    assert plans.newest(learner.id) == done


def test_a_dropped_plan_is_gone_and_an_older_one_stays(plans: PlanService, learner: Learner) -> None:
    older = plans.make(learner.id, "demo/a", "Zaag een plank", "zaterdag")
    newer = plans.make(learner.id, "demo/b", "Kijk een filmpje", "zondag")
    assert plans.drop(learner.id) == newer
    assert plans.open(learner.id) == older


def test_a_second_plan_for_the_same_thing_takes_the_place_of_the_first(plans: PlanService, learner: Learner) -> None:
    plans.make(learner.id, "demo/a", "Zaag een plank", "zaterdag")
    plans.make(learner.id, "demo/a", "Zaag een plank", "zondag")
    plans.drop(learner.id)
    assert plans.open(learner.id) is None


def test_without_a_plan_there_is_no_newest(plans: PlanService, learner: Learner) -> None:
    assert plans.newest(learner.id) is None


def test_a_phone_number_in_a_moment_is_not_kept(plans: PlanService, learner: Learner) -> None:
    assert plans.make(learner.id, "demo/a", "Zaag", "als 0612345678 belt").moment == f"als {MARK} belt"


def test_a_plan_for_nobody_is_an_error(plans: PlanService) -> None:
    with pytest.raises(UnknownLearner):
        plans.make("nobody", "demo/a", "Zaag", "in de pauze")
