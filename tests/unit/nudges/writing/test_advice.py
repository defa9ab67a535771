from typing import Any

import pytest

from bot.nudges.models import After
from bot.nudges.writing.advice import advice
from bot.nudges.writing.shape import to_body
from tests.unit.nudges.makers import a_script


def codes(body: dict[str, Any]) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in advice(body)]


def with_labels(*labels: str, do: After | None = None) -> dict[str, Any]:
    return to_body(a_script()) | {
        "buttons": [{"label": label, "then": {"say": "Goed.", "do": do, "ask": None, "interest": None}} for label in labels]
    }


def test_a_good_script_needs_no_advice() -> None:
    assert codes(to_body(a_script())) == []


def test_a_script_on_which_every_button_says_yes_gets_a_tip() -> None:
    assert codes(with_labels("Ja", "Zeker")) == [("buttons", "no_refusal")]


@pytest.mark.parametrize("label", ["Nu niet", "GEEN ZIN", "Later", "Liever iets anders", "Toch niet"])
def test_a_button_that_says_no_in_any_way_is_enough(label: str) -> None:
    assert codes(with_labels("Ja", label)) == []


def test_a_button_that_snoozes_is_a_no_whatever_it_says() -> None:
    assert codes(with_labels("Ja", "Volgende week", do=After.SNOOZE)) == []


def test_a_word_of_fifteen_letters_is_pointed_out_where_it_stands() -> None:
    body = with_labels("Ja", "Nee")
    body["text"] = "Ken je de " + "a" * 14 + "?"
    assert codes(body) == []
    body["buttons"][1]["then"]["say"] = "Dat is " + "a" * 15 + "."
    assert codes(body) == [("buttons.1.then.say", "long_word")]


def test_a_variable_is_not_a_long_word() -> None:
    assert codes(with_labels("Ja", "Nee") | {"text": "{eenheellangewoordendiekanniet}"}) == []


def test_advice_never_forbids() -> None:
    body = with_labels("Ja", "Zeker") | {"text": "x" * 40}
    assert [problem.blocking for problem in advice(body)] == [False, False]


def test_a_script_without_buttons_yet_is_left_alone() -> None:
    assert codes(with_labels()) == []
