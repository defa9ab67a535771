from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.clock import AMSTERDAM
from bot.language.when.models import Moment, Vague
from bot.language.when.reading import when
from bot.language.when.vocabulary import vocabulary
from bot.language.words.yaml_files import read_mapping

NOW = datetime(2026, 11, 25, 10, 30, tzinfo=AMSTERDAM)
PHRASINGS = read_mapping(Path(__file__).parent / "phrasings.yml")
days = st.dates(date(2024, 1, 1), date(2040, 1, 1))


def written(meant: Moment | Vague | None) -> str:
    if isinstance(meant, Moment):
        return " ".join(f"{each:%Y-%m-%dT%H:%M}" for each in (meant.at, meant.other) if each)
    if meant is None or meant.unclear:
        return "?" if meant else "-"
    return " ".join(dict.fromkeys(str(each) for each in (meant.first, meant.last)))


@pytest.mark.parametrize(("text", "means"), [(text, str(means)) for means, texts in PHRASINGS.items() for text in texts])
def test_a_day_as_people_type_it(text: str, means: str) -> None:
    assert written(when(text, NOW)) == means


@pytest.mark.parametrize(
    "text", ["bel ma om 9 uur", "herinner me om 9 uur aan ma", "morgen om 9 uur ma bellen", "om 9 uur met ma", "morgen naar ma om 9 uur"]
)
def test_a_mother_is_no_monday(text: str) -> None:
    meant = when(text, NOW)
    assert isinstance(meant, Moment)
    assert meant.at.date() - NOW.date() <= timedelta(1)


@given(days, st.integers(0, 400), st.integers(0, 6))
def test_a_weekday_with_a_date_is_that_date_or_asked(today: date, ahead: int, weekday: int) -> None:
    day = today + timedelta(ahead)
    name = vocabulary().weekdays[weekday]
    meant = when(f"{name} {day:%d-%m-%Y} om 15:00", datetime(today.year, today.month, today.day, tzinfo=AMSTERDAM))
    if weekday == day.weekday():
        assert isinstance(meant, Moment)
        assert meant.at.date() == day
    else:
        assert isinstance(meant, Vague)
        assert meant.unclear


@given(days, st.sampled_from(vocabulary().weekdays), st.sampled_from(vocabulary().weekdays))
def test_two_weekdays_at_once_are_asked_and_the_later_one_wins_after_no(today: date, one: str, other: str) -> None:
    assume(one != other)
    now = datetime(today.year, today.month, today.day, 9, tzinfo=AMSTERDAM)
    meant = when(f"{one} of {other} om 15:00", now)
    assert isinstance(meant, Vague)
    assert meant.unclear
    assert when(f"{one}, nee {other} om 15:00", now) == when(f"{other} om 15:00", now)
    assert when(f"{one}\n{other} om 15:00", now) == when(f"{other} om 15:00", now)


@given(days, st.sampled_from(sorted(vocabulary().feasts)))
def test_a_feast_lies_within_a_year_or_so(today: date, words: str) -> None:
    meant = when(f"met {words}", datetime(today.year, today.month, today.day, tzinfo=AMSTERDAM))
    assert isinstance(meant, Vague)
    assert meant.first
    assert 0 <= (meant.first - today).days <= 366 + 35


@given(days, st.sampled_from(vocabulary().weekdays), st.sampled_from(("eerste", "tweede", "derde", "vierde", "laatste")))
def test_the_nth_weekday_of_a_month_is_one_in_that_month(today: date, weekday: str, nth: str) -> None:
    meant = when(f"{nth} {weekday} van volgende maand", datetime(today.year, today.month, today.day, tzinfo=AMSTERDAM))
    assert isinstance(meant, Vague)
    assert meant.day
    assert vocabulary().weekdays[meant.day.weekday()] == weekday
    assert meant.day.month == today.month % 12 + 1
