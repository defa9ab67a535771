import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.small_talk.meanings import meaning_asked, words_explained
from tests.dialogues.responses import all_responses


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("wat is cursus", "cursus"),
        ("Wat is een duwtje?", "duwtje"),
        ("wat beteekent duwdje", "duwtje"),
        ("co to duwtje", "duwtje"),
        ("Ik weet niet goed wat u met een duwtje bedoelt.", "duwtje"),
        ("podcast wat is dat", "podcast"),
        ("wat is het werkcentrum precies", "werkcentrum"),
        ("wat is een potcast", "podcast"),
        ("wat is een taalcafé", "taalcafe"),
        ("wat is evc", "evc"),
        ("what is a taalcafé", "taalcafe"),
        ("waar staat bhv voor", "bhv"),
        ("wat is een mbo-certificaat", "mbo_certificaat"),
        ("Wat is een certificaat?", "certificaat"),
        ("wat is e-learning", "e_learning"),
        ("wat doe je in een buurthuis", "buurthuis"),
        ("wat is een stap eigenlijk", "stap"),
    ],
)
def test_the_word_somebody_does_not_know(text: str, word: str) -> None:
    assert meaning_asked(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "",
        "duwtje",
        "wat kost een cursus",
        "wat is een leuke cursus koken",
        "ik wil een cursus",
        "wat is dat",
        "wat is de volgende stap",
        "wat kost een mbo certificaat",
        "ik doe vrijwilligerswerk",
    ],
)
def test_what_asks_something_else(text: str) -> None:
    assert meaning_asked(text) is None


def test_every_word_has_an_explanation() -> None:
    assert {f"utter_meaning_{word}" for word in words_explained()} == {
        name for name in all_responses() if name.startswith("utter_meaning_")
    }


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert meaning_asked(text) in (None, *words_explained())
