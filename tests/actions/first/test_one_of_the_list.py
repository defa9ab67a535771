import pytest

from actions.first.one_of_the_list import one_but, one_out
from tests.actions.first.test_order import LIST, answered
from tests.actions.play import Said, turn_of
from tests.actions.twins import People

UNDER_A_LIST = {"slots": LIST, "before": answered("suggestions_3")}


def under_a_list(text: str, **said: object) -> Said:
    return Said(text, **{**UNDER_A_LIST, **said})  # type: ignore[arg-type]  # values of any field


def wanting() -> People:
    return People(wish="tuin", interests=("tuin",))


@pytest.mark.parametrize("text", ["vergeet die tweede", "de eerste vind ik saai", "niet nummer 2"])
def test_one_of_a_list_is_left_out(text: str) -> None:
    assert one_out(turn_of(wanting(), under_a_list(text)))
    assert one_out(turn_of(wanting(), under_a_list(text, loop="plan_form", before=())))


def test_nothing_is_left_out_of_no_list_or_under_a_nudge() -> None:
    assert one_out(turn_of(wanting(), Said("vergeet die tweede"))) is None
    assert one_out(turn_of(wanting(), under_a_list("vergeet die tweede", open_nudge="tip"))) is None
    assert one_out(turn_of(wanting(), under_a_list("vergeet de negende"))) is None


def test_one_with_a_but_is_no_plain_choice() -> None:
    assert one_but(turn_of(wanting(), under_a_list("die tweede maar dan korter")))
    assert one_but(turn_of(wanting(), under_a_list("doe de tweede maar"))) is None
    assert one_but(turn_of(wanting(), under_a_list("die tweede maar dan morgen"))) is None
