import pytest

from actions.first.moment_for_them import moment_for_them
from tests.actions.play import Said, turn_of
from tests.actions.twins import People

PLANNING = {"requested_slot": "moment", "chosen": "test/een"}


@pytest.mark.parametrize("text", ["maakt niet uit", "jij mag kiezen", "weet ik nog niet", "kweenie", "geen idee wanneer"])
def test_who_has_no_moment_gets_one_or_two_to_choose_from(text: str) -> None:
    assert moment_for_them(turn_of(People(wish="hout"), Said(text, loop="plan_form", slots=PLANNING))) is not None


@pytest.mark.parametrize(
    "text", ["zaterdag", "weet nog niet, misschien zaterdag", "maakt niet uit, als het maar avond is", "dat zie ik nog wel", "nee"]
)
def test_who_names_a_moment_or_lets_it_be_is_heard_as_that(text: str) -> None:
    assert moment_for_them(turn_of(People(wish="hout"), Said(text, loop="plan_form", slots=PLANNING))) is None


@pytest.mark.parametrize(
    "said",
    [
        Said("maakt niet uit"),
        Said("maakt niet uit", loop="wish_form"),
        Said("maakt niet uit", loop="plan_form", open_nudge="x", slots=PLANNING),
    ],
)
def test_only_the_question_of_a_plan_is_answered_so(said: Said) -> None:
    assert moment_for_them(turn_of(People(wish="hout"), said)) is None
