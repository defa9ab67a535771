import pytest

from bot.language.person.homes import only_names, tells_home


@pytest.mark.parametrize("text", ["ik woon in Roosendaal man", "Emmen? ik woon in Goes", "ik kom zelf uit Urk"])
def test_who_says_where_they_live_is_heard(text: str) -> None:
    assert tells_home(text)


def test_a_place_alone_is_no_home_yet() -> None:
    assert not tells_home("in Assen")


@pytest.mark.parametrize(
    ("place", "text"),
    [("Assen", "iets in Assen"), ("Winschoten", "winschoten"), ("Den Haag", "ik woon in Den Haag"), ("Urk", "nee, Urk dus")],
)
def test_a_place_and_nothing_else_is_heard(place: str, text: str) -> None:
    assert only_names(place, text)


@pytest.mark.parametrize(
    ("place", "text"), [("Assen", "lassen in Assen"), ("Almere", "de geschiedenis van Almere"), ("Goes", "ik woon in een flat in Goes")]
)
def test_a_place_beside_something_else_is_not(place: str, text: str) -> None:
    assert not only_names(place, text)
