import pytest

from bot.language.lists.choosing import load_choosing

CHOOSING = load_choosing()
TITLES = ("Doe ik", "Ja, graag", "Niet nu", "Geef een voorbeeld")


@pytest.mark.parametrize(
    ("typed", "index"), [("doe ik", 0), ("DOE IK!!", 0), ("ja graag", 1), ("niet nuuu", 2), ("doe", None), ("", None), ("x", None)]
)
def test_a_title_is_recognised_whatever_its_case_and_punctuation(typed: str, index: int | None) -> None:
    assert CHOOSING.by_title(typed, TITLES) == index


@pytest.mark.parametrize(("typed", "index"), [("ja", 1), ("niet", 2), ("geef een", 3), ("graag", None), ("", None)])
def test_the_first_words_of_one_title_are_enough(typed: str, index: int | None) -> None:
    assert CHOOSING.by_beginning(typed, TITLES) == index


def test_first_words_of_two_titles_choose_neither() -> None:
    assert CHOOSING.by_beginning("niet", ("Niet nu", "Niet voor mij")) is None
    assert CHOOSING.by_title("ja", ("Ja", "Ja!")) is None


def test_first_words_that_another_title_ends_with_choose_neither() -> None:
    assert CHOOSING.by_beginning("nee", ("Ja, laatst nog", "Nee, maar wel leuk", "Filmpjes? Nee hoor")) is None


@pytest.mark.parametrize(
    ("typed", "index"),
    [
        ("1", 0),
        ("2", 1),
        ("4.", 3),
        ("5", None),
        ("nummer 2", 1),
        ("nr 3", 2),
        ("de tweede", 1),
        ("twede", 1),
        ("doe maar de eerste", 0),
        ("ik kies de laatste graag", 3),
        ("één", 0),
        ("2 of 3", None),
        ("2 3", None),
        ("over 2 weken", None),
        ("een beetje", None),
    ],
)
def test_a_place_is_recognised(typed: str, index: int | None) -> None:
    assert CHOOSING.by_place(typed, TITLES) == index


def test_nothing_can_be_chosen_from_nothing() -> None:
    assert CHOOSING.by_place("de laatste", ()) is None
    assert CHOOSING.by_title("x", ()) is None
