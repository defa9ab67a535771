import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.small_talk.pearls import asks_how_others_do


@pytest.mark.parametrize("text", ["hoe doen anderen dat?", "Hoe doen andere bedrijven dat", "heb je een voorbeeld van anderen"])
def test_who_asks_what_others_do_is_heard(text: str) -> None:
    assert asks_how_others_do(text)


@pytest.mark.parametrize("text", ["", "anderen", "hoe doe ik dat", "een andere cursus"])
def test_other_talk_is_not(text: str) -> None:
    assert not asks_how_others_do(text)


@given(st.text(max_size=200))
def test_any_text_can_be_heard(text: str) -> None:
    assert asks_how_others_do(text) in (True, False)
