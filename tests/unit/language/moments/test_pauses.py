from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.moments.pauses import LONGEST, asks_for_pause, names_an_end, pause_end, words_for

THURSDAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("pauze 1 week", date(2026, 3, 12)),
        ("een weekje pauze graag", date(2026, 3, 12)),
        ("pauzeer twee weken", date(2026, 3, 19)),
        ("anderhalve week", date(2026, 3, 15)),
        ("een maandje niks", date(2026, 4, 5)),
        ("2wk pauze", date(2026, 3, 19)),
        ("een week of drie", date(2026, 3, 26)),
        ("pauze tot 10 april", date(2026, 4, 10)),
        ("tot en met 10 april", date(2026, 4, 11)),
        ("tot april", date(2026, 4, 1)),
        ("pauze tot volgende week", date(2026, 3, 9)),
        ("tot donderdag", date(2026, 3, 12)),
        ("tot na pasen", date(2026, 4, 7)),
        ("tot eind april", date(2026, 4, 30)),
        ("deze week geen duwtjes", date(2026, 3, 9)),
        ("in april niet", date(2026, 5, 1)),
        ("over twee weken weer", date(2026, 3, 19)),
        ("na pasen graag weer", date(2026, 4, 7)),
        ("tien jaar pauze", THURSDAY + LONGEST),
    ],
)
def test_a_pause_ends_when_people_say(text: str, end: date) -> None:
    assert pause_end(text, THURSDAY) == end


@pytest.mark.parametrize(
    "text", ["pauze", "tot na de vakantie", "1 keer per week", "1 keer in 2 weken", "elke week", "tot half april", "tien minuten"]
)
def test_what_tells_no_length_is_no_end(text: str) -> None:
    assert pause_end(text, THURSDAY) is None


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("twee weken pauze", True),
        ("stop even tot maandag", True),
        ("stop een paar weken", True),
        ("stop een week met roken", False),
        ("stop als het maandag is", False),
        ("ik stop een maand eerder", False),
        ("dinsdag in de pauze", False),
        ("twee weken in de pauze", False),
        ("pauze", False),
    ],
)
def test_a_pause_with_a_length_is_asked_for_in_a_few_words(text: str, asks: bool) -> None:
    assert asks_for_pause(text, THURSDAY) is asks


def test_a_long_story_with_a_week_in_it_is_no_end() -> None:
    assert names_an_end("nee toch 1 week", THURSDAY)
    assert not names_an_end("ik heb een week lang elke avond met de buurman geoefend", THURSDAY)


@given(today=st.dates(date(2020, 1, 1), date(2090, 1, 1)), days=st.integers(1, 366))
def test_an_end_that_is_written_down_is_read_back(today: date, days: int) -> None:
    end = today + timedelta(days=days)
    assert pause_end(words_for(end), today) == end
