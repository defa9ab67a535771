"""Spelling by ear and by the book come out alike; needs no Rasa, only its folder on the path."""

import pytest

from tests.engine.conftest import Run

pytestmark = pytest.mark.engine

ALIKE = [
    ("schilderen", "sgilderen"),
    ("moeilijk", "moeiluk"),
    ("moeilijk", "moeluk"),
    ("schaam", "skaam"),
    ("blij", "blei"),
    ("vrouw", "vrauw"),
    ("wordt", "word"),
    ("lachen", "lagen"),
    ("cursus", "kursus"),
    ("zelf vragen", "self fragen"),
    ("lezen", "leezen"),
    ("werken", "werke"),
    ("nodig", "nodug"),
    ("heb", "hep"),
]


def test_two_spellings_of_a_word_sound_alike(run_in_engine: Run) -> None:
    heard = run_in_engine(
        f"from engine.components.sounds import as_it_sounds\nresult = [[as_it_sounds(w) for w in pair] for pair in {ALIKE!r}]"
    )
    assert [pair for pair, (one, other) in zip(ALIKE, heard, strict=True) if one != other] == []


def test_other_words_stay_apart(run_in_engine: Run) -> None:
    words = ["nee", "ja", "stop", "later", "leren", "lassen", "werk", "wonen", "pauze", "hout"]
    heard = run_in_engine(f"from engine.components.sounds import as_it_sounds\nresult = [as_it_sounds(w) for w in {words!r}]")
    assert len(set(heard)) == len(words)
