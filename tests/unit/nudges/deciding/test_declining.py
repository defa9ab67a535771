from datetime import timedelta

import pytest

from bot.nudges.deciding.declining import declines, wants_fewer
from bot.nudges.history import History
from bot.nudges.models import DueNudge
from tests.unit.nudges.makers import MONDAY, a_row, shipped


@pytest.mark.parametrize("label", ["Geen zin", "Niks voor mij", "Nu even niet", "Sla deze over", "Nee, dank je", "Vandaag geen sommen"])
def test_a_button_that_says_no(label: str) -> None:
    assert declines(label)


@pytest.mark.parametrize(
    "label", ["Nog niet van gekomen", "Er lukte niks", "Geen verschil", "Nee, het ging goed", "Niemand vraagt mij iets"]
)
def test_an_answer_with_a_small_word_in_it_is_no_no(label: str) -> None:
    assert not declines(label)


def test_no_good_answer_of_a_shipped_question_is_a_no_and_each_question_can_be_declined() -> None:
    questions = [script for script in shipped() if script.right_answers]
    assert len(questions) >= 9
    for script in questions:
        labels = [button.label for button in script.buttons]
        assert set(script.right_answers) < set(labels)
        assert not any(declines(answer) for answer in script.right_answers)
        assert any(declines(label) for label in labels), script.id


def no(days_ago: int, row_id: int, label: str = "Geen zin") -> DueNudge:
    at = MONDAY - timedelta(days=days_ago)
    return a_row(at, id=row_id, answer=label, answered_at=at)


@pytest.mark.parametrize(
    ("rows", "offers"),
    [
        ([no(0, 1)], False),
        ([no(7, 1), no(0, 2)], True),
        ([no(14, 1), no(7, 3), no(0, 2)], False),
        ([no(30, 1), no(0, 2)], False),
        ([no(29, 1), no(0, 2)], True),
        ([no(7, 1), no(3, 3, "Ja"), no(0, 2)], True),
        ([no(7, 1), no(3, 3), no(0, 2, "Ja")], False),
    ],
    ids=["first", "second", "third", "long ago", "just within", "a yes between", "a yes now"],
)
def test_the_second_no_in_thirty_days_asks_whether_fewer_would_be_better(rows: list[DueNudge], offers: bool) -> None:
    assert wants_fewer(History(tuple(rows)), 2, MONDAY) is offers


def test_a_snooze_counts_as_no_whatever_its_words() -> None:
    snoozed = a_row(MONDAY, id=2, answer="Later", answered_at=MONDAY, quiet_until=MONDAY + timedelta(days=7))
    assert wants_fewer(History((no(7, 1), snoozed)), 2, MONDAY)
