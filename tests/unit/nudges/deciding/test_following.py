from datetime import timedelta

import pytest

from bot.nudges.deciding.following import following, moment_left
from bot.nudges.deciding.library import Library
from bot.nudges.deciding.planning import Plan
from bot.nudges.deciding.policy import Current
from bot.nudges.models import Reason
from tests.unit.nudges.makers import MONDAY, a_row, a_script, a_situation, local

DUE = local(2026, 3, 3, 11)


@pytest.mark.parametrize("reason", Reason)
def test_a_moment_is_left_when_the_nudge_was_wrong_and_not_when_the_moment_was(reason: Reason) -> None:
    wrong = {Reason.SCRIPT_CHANGED, Reason.SCRIPT_ARCHIVED, Reason.NOT_ELIGIBLE, Reason.GOAL_REACHED}
    assert moment_left(a_row(DUE), reason) == (DUE if reason in wrong else None)


@pytest.mark.parametrize("slot", ["follow_up 1", "practice 1 2026-03-03"])
def test_what_came_between_leaves_no_moment(slot: str) -> None:
    assert moment_left(a_row(DUE, slot=slot), Reason.GOAL_REACHED) is None


def test_something_else_comes_at_the_moment_that_is_left_and_else_the_next_step() -> None:
    library = Library({"een": Current(a_script("een"))})
    steps = [following(a_situation(), library, MONDAY, MONDAY + timedelta(days=5), at) for at in (DUE, None)]
    assert all(isinstance(step, Plan) for step in steps)
    assert steps[0].due_at == DUE < MONDAY + timedelta(days=5) <= steps[1].due_at
