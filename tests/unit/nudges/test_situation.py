from datetime import date, timedelta

import pytest

from bot.learners.models import NudgePreferences, NudgeState
from bot.nudges.models import DueState
from bot.nudges.situation import in_pause, willing
from tests.unit.nudges.makers import MONDAY, a_learner, a_row, a_situation

LONG_AGO = MONDAY - timedelta(days=90)


@pytest.mark.parametrize(("day", "silent"), [(date(2026, 3, 22), False), (date(2026, 3, 23), True)])
def test_silence_begins_three_weeks_after_the_first_nudge_without_an_answer(day: date, silent: bool) -> None:
    rows = [a_row(MONDAY, id=1), a_row(MONDAY + timedelta(days=7), id=2)]
    assert a_situation(*rows, seen=LONG_AGO).silent_on(day) is silent


def test_who_answered_or_got_nothing_is_not_silent() -> None:
    assert not a_situation(seen=LONG_AGO).silent_on(date(2027, 1, 1))
    assert not a_situation(a_row(MONDAY, answered_at=MONDAY), seen=LONG_AGO).silent_on(date(2027, 1, 1))


@pytest.mark.parametrize(("unanswered", "every_days", "apart"), [(1, 7, 7), (2, 7, 14), (2, 4, 14), (2, 30, 30), (0, 4, 4)])
def test_two_nudges_without_an_answer_make_them_come_every_two_weeks(unanswered: int, every_days: int, apart: int) -> None:
    rows = [a_row(MONDAY - timedelta(days=n), id=n) for n in range(unanswered)]
    assert a_situation(*rows, every_days=every_days, seen=LONG_AGO).days_between() == apart


@pytest.mark.parametrize(
    ("state", "with_end", "wants"),
    [
        (NudgeState.ON, False, True),
        (NudgeState.PAUSED, True, True),
        (NudgeState.PAUSED, False, False),
        (NudgeState.STOPPED, True, False),
        (NudgeState.UNASKED, False, False),
    ],
)
def test_who_wants_nudges_now_or_after_a_pause_with_an_end_is_willing(state: NudgeState, with_end: bool, wants: bool) -> None:
    assert willing(NudgePreferences(state, paused_until=MONDAY if with_end else None)) is wants


def test_a_pause_lasts_until_its_end_and_for_ever_without_one() -> None:
    with_end, without = (NudgePreferences(NudgeState.PAUSED, paused_until=until) for until in (MONDAY, None))
    assert in_pause(with_end, MONDAY - timedelta(seconds=1))
    assert not in_pause(with_end, MONDAY)
    assert in_pause(without, MONDAY)
    assert not in_pause(NudgePreferences(NudgeState.ON, paused_until=None), MONDAY)


def test_what_became_of_a_row_takes_the_place_of_what_was_known_of_it() -> None:
    first, second = a_row(MONDAY, id=1), a_row(MONDAY + timedelta(days=1), id=2)
    skipped = a_row(MONDAY, id=1, state=DueState.SKIPPED)
    assert a_situation(first, second).with_row(skipped).history.rows == (skipped, second)
    assert a_situation(second).with_row(first).history.rows == (first, second)
    assert a_situation(first, second).without(1).history.rows == (second,)


def test_who_wants_something_else_keeps_their_history() -> None:
    rarely = a_learner(every_days=30)
    changed = a_situation(a_row(MONDAY)).with_learner(rarely)
    assert (changed.learner, changed.history.rows) == (rarely, (a_row(MONDAY),))
