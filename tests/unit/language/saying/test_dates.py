from datetime import UTC, datetime

import pytest

from bot.language.saying.dates import Dates
from bot.language.saying.texts import load_texts
from bot.language.when.rhythm import LAST, EveryDays, OnDayOfMonth, OnWeekdayOfMonth, OnWeekdays, Rhythm

DATES = Dates(load_texts())


def test_a_day_is_written_out() -> None:
    assert DATES.day(datetime(2026, 3, 3, 12, tzinfo=UTC)) == "dinsdag 3 maart"


def test_the_day_is_that_of_amsterdam() -> None:
    assert DATES.day(datetime(2026, 3, 2, 23, 30, tzinfo=UTC)) == "dinsdag 3 maart"


def test_a_time_follows_summer_and_winter() -> None:
    assert DATES.time(datetime(2026, 1, 5, 9, 5, tzinfo=UTC)) == "10.05"
    assert DATES.time(datetime(2026, 7, 6, 9, 5, tzinfo=UTC)) == "11.05"


def test_every_day_and_month_has_a_name() -> None:
    names = {DATES.day(datetime(2026, month, day, 12, tzinfo=UTC)) for month in range(1, 13) for day in range(1, 8)}
    assert len(names) == 84


@pytest.mark.parametrize(
    ("rhythm", "told"),
    [
        (Rhythm.DAY, "elke dag"),
        (Rhythm.TWO_DAYS, "om de dag"),
        (EveryDays(3), "elke 3 dagen"),
        (Rhythm.WORKDAY, "elke werkdag"),
        (Rhythm.WEEK, "elke dinsdag"),
        (Rhythm.TWO_WEEKS, "om de week op dinsdag"),
        (EveryDays(21), "elke 3 weken op dinsdag"),
        (OnWeekdays((1,)), "elke dinsdag"),
        (OnWeekdays((0, 2, 4)), "elke maandag, woensdag en vrijdag"),
        (OnDayOfMonth(15), "elke maand op de 15e"),
        (OnDayOfMonth(31), "elke maand op de laatste dag"),
        (OnDayOfMonth(3, 3), "elke 3 maanden op de 3e"),
        (OnDayOfMonth(3, 12), "elk jaar op 3 maart"),
        (OnWeekdayOfMonth(1, 0), "elke eerste maandag van de maand"),
        (OnWeekdayOfMonth(LAST, 4), "elke laatste vrijdag van de maand"),
    ],
)
def test_a_rhythm_is_told_in_words(rhythm: Rhythm, told: str) -> None:
    assert DATES.rhythm(rhythm, datetime(2026, 3, 3, 12, tzinfo=UTC)) == told
