import pytest

from bot.language.small_talk.yes_words import NO, YES, yes_or_no


@pytest.mark.parametrize("typed", ["ja", "Ja graag!", "tak", "Tak, proszę", "yes please", "evet", "так", "да", "نعم", "jawohl"])
def test_a_yes_is_heard_in_seven_languages(typed: str) -> None:
    assert yes_or_no(typed, clear=True) == YES


@pytest.mark.parametrize("typed", ["nee", "nee hoor", "nie", "nein", "hayır", "ні", "لا"])
def test_so_is_a_no(typed: str) -> None:
    assert yes_or_no(typed) == NO


@pytest.mark.parametrize("typed", ["ok", "klopt", "doe maar"])
def test_what_people_say_to_anything_is_no_clear_yes(typed: str) -> None:
    assert yes_or_no(typed) == YES
    assert yes_or_no(typed, clear=True) is None


@pytest.mark.parametrize("typed", ["", "ja maar wacht", "ja nee", "misschien", "ja, wis alles"])
def test_anything_else_is_neither(typed: str) -> None:
    assert yes_or_no(typed) is None
