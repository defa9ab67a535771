from datetime import timedelta

import pytest

from bot.nudges.deciding.eligibility import is_eligible, is_fresh
from bot.nudges.models import DueState, Moment, Reason, Repeat, Script
from bot.nudges.situation import Situation
from tests.unit.nudges.makers import MONDAY, a_row, a_script, a_situation, local


def test_out_of_season_a_script_does_not_come() -> None:
    spring = a_script(moment=Moment(months=frozenset({3, 4})))
    months = {month for month in range(1, 13) if is_eligible(spring, a_situation(), local(2026, month, 10, 12))}
    assert months == {3, 4}


@pytest.mark.parametrize(
    ("repeat", "days_ago", "eligible"),
    [
        (Repeat(1, 90), [100], False),
        (Repeat(1, 90), [366], True),
        (Repeat(3, 28), [27], False),
        (Repeat(3, 28), [28], True),
        (Repeat(3, 28), [28, 60, 90], False),
        (Repeat(3, 28), [28, 60, 364], False),
        (Repeat(3, 28), [28, 60, 365], True),
    ],
)
def test_a_script_comes_at_most_so_often_a_year_with_rest_in_between(repeat: Repeat, days_ago: list[int], eligible: bool) -> None:
    rows = [a_row(MONDAY - timedelta(days=days), "les", answered_at=MONDAY) for days in days_ago]
    assert is_eligible(a_script("les", repeat=repeat), a_situation(*rows), MONDAY) is eligible


def test_a_nudge_that_was_asked_for_also_counts_as_seen_and_a_skipped_one_does_not() -> None:
    once = a_script("les", repeat=Repeat(1, 90))
    asked = a_row(MONDAY - timedelta(days=1), "les", reason=Reason.ASKED_FOR)
    skipped = a_row(MONDAY - timedelta(days=1), "les", state=DueState.SKIPPED)
    assert not is_eligible(once, a_situation(asked), MONDAY)
    assert is_eligible(once, a_situation(skipped), MONDAY)


@pytest.mark.parametrize(
    ("script", "situation", "eligible"),
    [
        (a_script(needs=frozenset({"interest"})), a_situation(), False),
        (a_script(needs=frozenset({"interest"})), a_situation(wish="iets met oude brommers"), True),
        (a_script(needs=frozenset({"interest"}), interests=("koken",)), a_situation(wish="koken", interests=("hout",)), False),
        (a_script(needs=frozenset({"interest"}), interests=("koken",)), a_situation(interests=("hout", "koken")), True),
        (a_script(interests=("koken",)), a_situation(), True),
        (a_script(needs=frozenset({"plan"})), a_situation(idea="Een band plakken"), True),
        (a_script(needs=frozenset({"plan"})), a_situation(), False),
        (a_script(text='Je wens: "{wens}".', needs=frozenset({"interest"})), a_situation(interests=("hout",)), False),
        (a_script(audience=("werkend", "team")), a_situation(), False),
        (a_script(audience=("iedereen", "zestig_plus")), a_situation(), True),
    ],
)
def test_a_script_is_only_for_whom_it_suits(script: Script, situation: Situation, eligible: bool) -> None:
    assert is_eligible(script, situation, MONDAY) is eligible


@pytest.mark.parametrize(("days", "answer", "fresh"), [(179, "Ja", False), (180, "Ja", True), (180, None, True), (180, "Geen zin", False)])
def test_after_half_a_year_a_script_comes_back_unless_it_was_declined(days: int, answer: str | None, fresh: bool) -> None:
    script = a_script(repeat=Repeat(max=1, every_days=90))
    assert is_fresh(script, a_situation(a_row(MONDAY, answer=answer)), MONDAY + timedelta(days=days)) is fresh


def test_who_declined_a_question_once_and_answered_it_later_gets_it_back() -> None:
    declined = a_row(MONDAY, id=1, answer="Geen zin")
    answered = a_row(MONDAY + timedelta(days=3), id=2, slot="practice 1 2026-03-05", answer="Ja")
    question = a_script(repeat=Repeat(max=1, every_days=90), right_answers=("Ja",))
    assert is_fresh(question, a_situation(declined, answered), MONDAY + timedelta(days=183))
