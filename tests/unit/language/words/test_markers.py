"""Words that only open or close what is said are left out; a question with the same words stays whole."""

import pytest

from bot.language.safety.lists import load_safety
from bot.language.safety.words import Right
from bot.language.words.markers import without_markers


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("weet je wat nvm", "nvm"),
        ("Weet je wat, ik ga slapen", "ik ga slapen"),
        ("nou weet je wat? doe die tweede maar", "doe die tweede maar"),
        ("weetje wat laat maar", "laat maar"),
        ("weet je wat... geen zin meer", "geen zin meer"),
        ("weet u wat, doe maar niets", "doe maar niets"),
        ("laat maar weet je", "laat maar"),
        ("ik heb geen zin, weet je wel", "ik heb geen zin"),
        ("weet je wat ik stop", "ik stop"),
        ("weet je wat ik ga eerst koffie pakken", "ik ga eerst koffie pakken"),
    ],
)
def test_what_only_opens_or_closes_is_left_out(typed: str, heard: str) -> None:
    assert without_markers(typed) == heard


@pytest.mark.parametrize(
    "typed",
    [
        "weet je wat ik zei",
        "weet je wat ik wil leren",
        "weet je wat je van mij weet",
        "weet je wat dat kost",
        "weet je wat ik doe voor werk",
        "wat weet je",
        "hoeveel dingen weet je",
        "weet je wat",
        "weet je wat?",
        "weet je",
        "weet je iets van mij",
        "dat weet je",
        "weet je nog wat ik zei",
        "wat voor gegevens weet je",
        "",
    ],
)
def test_a_question_stays_whole(typed: str) -> None:
    assert without_markers(typed) == typed


@pytest.mark.parametrize(
    ("typed", "right"), [("weet je wat, stop maar", Right.STOP), ("stop ermee weet je", Right.STOP), ("weet je wat wis alles", Right.ERASE)]
)
def test_a_right_is_heard_behind_them(typed: str, right: Right) -> None:
    assert load_safety().classify(typed) is right
