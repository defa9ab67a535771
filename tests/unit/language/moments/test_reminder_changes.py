from datetime import datetime

import pytest

from bot.clock import AMSTERDAM
from bot.language.moments.reminder_changes import (
    adds,
    is_not_after_all,
    is_only_when,
    is_unhappy,
    minutes_later,
    moves,
    named_among,
    new_moment_in,
    place_among,
    takes_all_back,
    takes_back,
    wants_it_once,
)
from bot.language.moments.reminding import read_request

NOW = datetime(2026, 3, 2, 10, 30, tzinfo=AMSTERDAM)
STANDING = ["de bloemen", "de tandarts bellen", "tanden poetsen, de tandarts zei het"]


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("haal er een weg", False),
        ("annuleer de tweede", False),
        ("die van de vaatwasser mag weg", False),
        ("kan je t verwijderen", False),
        ("ik hoef die herinnering niet meer", False),
        ("een van mijn herinneringen mag weg", False),
        ("herinner me niet meer aan de les", False),
        ("annuleer alles", True),
        ("wis mijn herinneringen", True),
        ("ze mogen weg", True),
    ],
)
def test_taking_back_is_said_with_a_word_for_it(text: str, every: bool) -> None:
    assert takes_back(text)
    assert takes_all_back(text) is every


@pytest.mark.parametrize(
    "text",
    [
        "elke maandag een herinnering voor mijn tas",
        "herinner me morgen dat de container weg moet",
        "welke herinneringen heb ik",
        "zet die van de bloemen op dinsdag",
        "en ook overmorgen",
        "verwijder mijn gegevens niet",
        "haal die van morgen niet weg",
    ],
)
def test_nothing_else_takes_back(text: str) -> None:
    assert not takes_back(text)


@pytest.mark.parametrize("text", ["zet die van de bloemen op dinsdag", "maak er 11 uur van", "verplaats de tandarts naar vrijdag"])
def test_another_moment_for_one_of_them(text: str) -> None:
    assert moves(text)


def test_the_new_moment_stands_after_the_last_word_for_going_there() -> None:
    assert new_moment_in("die van dinsdag naar woensdag") == ("die van dinsdag", "woensdag")
    assert new_moment_in("maak er 11 uur van") == ("maak er 11 uur van",) * 2


@pytest.mark.parametrize(
    ("text", "minutes"), [("half uurtje later", 30), ("een uur eerder graag", -60), ("later", None), ("een uur", None)]
)
def test_how_much_later(text: str, minutes: int | None) -> None:
    assert minutes_later(text) == minutes


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("toch maar zondag", True),
        ("toch maar niet zaterdag maar zondag", True),
        ("8 uur", True),
        ("elke week graag", True),
        ("zaterdag naar de markt", False),
        ("de bingo", False),
    ],
)
def test_a_moment_alone_is_nothing_to_remember(text: str, only: bool) -> None:
    assert is_only_when(read_request(text, NOW)) is only


def test_more_and_unhappy() -> None:
    assert adds("en ook overmorgen")
    assert not adds("nee overmorgen")
    assert is_unhappy("nee dat is te vroeg")
    assert not is_unhappy("prima zo")


@pytest.mark.parametrize(
    ("text", "places"),
    [("annuleer de bloemen", [0]), ("annuleer de tandarts", [1, 2]), ("tandarts bellen mag weg", [1]), ("haal er een weg", [])],
)
def test_the_ones_that_most_words_name(text: str, places: list[int]) -> None:
    assert named_among(text, STANDING) == places


@pytest.mark.parametrize(
    ("text", "place"), [("annuleer de tweede", 1), ("de laatste mag weg", 2), ("annuleer nummer 9", None), ("weg", None)]
)
def test_a_place_in_the_list(text: str, place: int | None) -> None:
    assert place_among(text, 3) == place


@pytest.mark.parametrize("text", ["alle herinneringen weg", "haal die van elke maand weg", "herinnering weg"])
def test_a_rhythm_that_only_points_takes_away_too(text: str) -> None:
    assert takes_back(text)


@pytest.mark.parametrize(
    ("text", "taken_back"),
    [
        ("toch niet", True),
        ("nee toch maar niet", True),
        ("laat maar", True),
        ("niet vrijdag maar zaterdag", False),
        ("dat is niet goed", False),
    ],
)
def test_toch_niet_and_nothing_else_takes_back(text: str, taken_back: bool) -> None:
    assert is_not_after_all(text) is taken_back


@pytest.mark.parametrize(
    ("text", "once"), [("nee alleen deze keer", True), ("een keer", True), ("nog een keer", False), ("elke dag 1 keer", False)]
)
def test_once_is_heard(text: str, once: bool) -> None:
    assert wants_it_once(text) is once
