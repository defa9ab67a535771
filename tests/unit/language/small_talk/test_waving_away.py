import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.small_talk.waving_away import waves_away


@pytest.mark.parametrize(
    "text",
    [
        "gaat wel",
        "Laat maar.",
        "grapje",
        "Het was maar een grapje hoor!",
        "nee hoor",
        "het gaat alweer",
        "zo bedoel ik het niet",
        "niks aan de hand",
        "grpaje",
    ],
)
def test_what_takes_back_or_plays_down_is_heard(text: str) -> None:
    assert waves_away(text)


@pytest.mark.parametrize("text", ["iets met hout", "het gaat niet", "laat maar zien", "nee, ik wil dood", "ik hoor stemmen", "help", ""])
def test_everything_else_is_not(text: str) -> None:
    assert not waves_away(text)


@given(st.text(max_size=100))
def test_any_text_can_be_heard(text: str) -> None:
    assert waves_away(text) in (True, False)
