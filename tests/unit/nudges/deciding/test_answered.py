from dataclasses import replace
from datetime import timedelta

import pytest

from bot.learners.models import NudgePreferences, NudgeState
from bot.nudges.deciding.answered import after_answer, answered
from bot.nudges.models import After, ScriptButton, Then
from tests.unit.nudges.makers import MONDAY, a_row

ON = NudgePreferences(NudgeState.ON, 7)


def a_button(do: After | None) -> ScriptButton:
    return ScriptButton("Druk", Then("Goed.", do=do))


@pytest.mark.parametrize("do", [None, *After])
def test_an_answer_takes_the_place_of_an_earlier_one_and_only_later_asks_for_silence(do: After | None) -> None:
    earlier = answered(a_row(MONDAY), a_button(After.SNOOZE), MONDAY)
    row = answered(earlier, a_button(do), MONDAY + timedelta(hours=1))
    assert (row.answer, row.answered_at) == ("Druk", MONDAY + timedelta(hours=1))
    assert row.quiet_until == (MONDAY + timedelta(days=7, hours=1) if do is After.SNOOZE else None)


@pytest.mark.parametrize(
    ("do", "wanted"),
    [
        (None, ON),
        (After.SNOOZE, ON),
        (After.LESS_OFTEN, NudgePreferences(NudgeState.ON, 30)),
        (After.STOP, NudgePreferences(NudgeState.STOPPED, 7)),
    ],
)
def test_what_somebody_wants_after_a_button(do: After | None, wanted: NudgePreferences) -> None:
    assert after_answer(ON, a_button(do)) == wanted


def test_stop_in_a_pause_leaves_no_pause_that_ends() -> None:
    paused = replace(ON, state=NudgeState.PAUSED, paused_until=MONDAY)
    assert after_answer(paused, a_button(After.STOP)).paused_until is None
