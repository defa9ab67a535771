import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.person.postcodes import has_letters, is_postcode, postcode_in, without_postcode


@pytest.mark.parametrize(
    ("text", "answer"), [("9401", True), ("9401 AB", True), ("9401ab.", True), ("0401", False), ("940", False), ("9401 euro", False)]
)
def test_a_postcode_alone(text: str, answer: bool) -> None:
    assert is_postcode(text) is answer


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("1315 AB", 1315),
        ("1315", 1315),
        ("2011", 2011),
        ("ik woon in 1315 AB", 1315),
        ("ik woon in 1315ab hoor", 1315),
        ("iets met hout in 8011", 8011),
        ("mijn postcode is niet geheim", None),
        ("postcode 2011 graag", 2011),
        ("in 2011 begon ik daar", None),
        ("in 1500 stappen", None),
        ("ik heb 1500 euro", None),
        ("max 1200", None),
        ("een wandeling van 1500m2", None),
        ("1200km fietsen", None),
        ("bel 0612345678", None),
        ("om 13.15 uur", None),
        ("0123 AB", None),
        ("", None),
    ],
)
def test_the_postcode_in_what_people_say(text: str, digits: int | None) -> None:
    assert postcode_in(text) == digits


def test_what_is_left_without_the_postcode_is_the_subject() -> None:
    assert without_postcode("iets met hout in 1315 AB graag") == "iets met hout in graag"
    assert without_postcode("in 1500 stappen") == "in 1500 stappen"


@pytest.mark.parametrize(("text", "answer"), [("1315 AB", True), ("1315", False), ("ab", False), ("1315ab", True)])
def test_with_its_letters_it_can_be_no_time(text: str, answer: bool) -> None:
    assert has_letters(text) is answer


@given(st.integers(1000, 9999), st.text("ABCDEFGHJKLMNPRSTUVWXZ", min_size=2, max_size=2))
def test_every_whole_postcode_is_heard(digits: int, letters: str) -> None:
    heard = postcode_in(f"{digits} {letters}")
    assert heard == digits
    assert without_postcode(f"{digits}{letters}") == ""


@given(st.text(max_size=120))
def test_any_text_can_be_heard(text: str) -> None:
    digits = postcode_in(text)
    assert digits is None or 1000 <= digits <= 9999
