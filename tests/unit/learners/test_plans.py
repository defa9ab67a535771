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


def test_without_a_plan_there_is_no_newest(plans: PlanService, learner: Learner) -> None:
    assert plans.newest(learner.id) is None


def test_a_phone_number_in_a_moment_is_not_kept(plans: PlanService, learner: Learner) -> None:
    assert plans.make(learner.id, "demo/a", "Zaag", "als 0612345678 belt").moment == f"als {MARK} belt"


def test_a_plan_for_nobody_is_an_error(plans: PlanService) -> None:
    with pytest.raises(UnknownLearner):
        plans.make("nobody", "demo/a", "Zaag", "in de pauze")
