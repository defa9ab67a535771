from datetime import UTC, datetime

from bot.language.dates import Dates
from bot.language.texts import load_texts

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
