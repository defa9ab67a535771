from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.moments.reminding import means_all, only_points, subject_of
from bot.language.when.reading import find

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("herinner me vrijdag na mijn werk aan het boek over lassen", "het boek over lassen"),
        ("wil je me zaterdag om 10 uur herinneren aan de cursus", "de cursus"),
        ("stuur me zondag een herinnering dat ik moet oefenen", "oefenen"),
        ("Zou u mij maandag kunnen herinneren aan de inschrijving?", "de inschrijving"),
        ("herriner me vrijdag aan lassen", "lassen"),
        ("help me onthouden dat ik maandag bel", "ik bel"),
        ("maak een herinnering", None),
        ("anders vergeet ik het, herinner me eraan", None),
        ("kun je me over een uur een seintje geven", None),
    ],
)
def test_what_to_remember(text: str, subject: str | None) -> None:
    found = find(text, NOW)
    assert subject_of(text, found.spans if found else ()) == subject


def test_pointing_words_name_nothing() -> None:
    assert only_points("dat plan")
    assert not only_points("het boek")


@pytest.mark.parametrize(("text", "answer"), [("haal ze allemaal weg", True), ("allebei", True), ("haal die weg", False)])
def test_all_of_them(text: str, answer: bool) -> None:
    assert means_all(text) is answer


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    subject = subject_of(text)
    assert subject is None or subject.strip()
