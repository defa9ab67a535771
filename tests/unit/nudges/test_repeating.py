from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import AMSTERDAM
from bot.language.when.rhythm import EveryDays, OnDayOfMonth, OnWeekdayOfMonth, OnWeekdays, Rhythm
from bot.nudges.repeating import first_of, following
from tests.unit.language.when.rhythms import rhythms

moments = st.datetimes(datetime.fromisoformat("2024-01-01"), datetime.fromisoformat("2035-01-01"), timezones=st.just(UTC))
LONG_AWAY = st.timedeltas(timedelta(), timedelta(days=40))
AWAKE = st.integers(4, 23)
"""Hours that every day has."""


@pytest.mark.parametrize(
    ("rhythm", "coming"),
    [
        (Rhythm.DAY, "za 7"),
        (Rhythm.WORKDAY, "ma 9"),
        (Rhythm.TWO_DAYS, "zo 8"),
        (Rhythm.WEEK, "vr 13"),
        (Rhythm.TWO_WEEKS, "vr 20"),
        (EveryDays(3), "ma 9"),
        (OnWeekdays((1, 3)), "di 10"),
        (OnDayOfMonth(31), "di 31"),
        (OnWeekdayOfMonth(2, 0), "ma 9"),
    ],
)
def test_after_friday_the_sixth_it_comes_on(rhythm: Rhythm, coming: str) -> None:
    friday = datetime(2026, 3, 6, 9, 0, tzinfo=AMSTERDAM)
    following_one = following(rhythm, friday, friday).astimezone(AMSTERDAM)
    assert f"{('ma', 'di', 'wo', 'do', 'vr', 'za', 'zo')[following_one.weekday()]} {following_one.day}" == coming


@given(rhythms(), moments, AWAKE, LONG_AWAY)
def test_it_lies_ahead_fits_and_keeps_its_time_on_the_clock(rhythm: Rhythm, day: datetime, hour: int, away: timedelta) -> None:
    due = day.astimezone(AMSTERDAM).replace(hour=hour)
    now = due + away
    coming = following(rhythm, due, now)
    assert coming > max(now, due)
    assert first_of(rhythm, coming, now) == coming
    local = coming.astimezone(AMSTERDAM)
    assert (local.hour, local.minute) == (due.hour, due.minute)


def test_what_was_missed_is_not_made_up_for() -> None:
    due = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    assert following(Rhythm.DAY, due, due + timedelta(days=10, hours=1)) == due + timedelta(days=11)


@given(rhythms(), moments, AWAKE, LONG_AWAY)
def test_none_is_left_out_and_none_comes_twice(rhythm: Rhythm, day: datetime, hour: int, away: timedelta) -> None:
    due = day.astimezone(AMSTERDAM).replace(hour=hour)
    one_by_one = due.astimezone(UTC)
    while one_by_one <= due + away:
        one_by_one = following(rhythm, one_by_one, one_by_one)
    assert following(rhythm, due, due + away) == one_by_one


@pytest.mark.parametrize(
    ("rhythm", "asked", "first"),
    [
        (Rhythm.WORKDAY, "2026-03-07", "2026-03-09"),
        (OnWeekdays((1, 3)), "2026-03-03", "2026-03-03"),
        (OnWeekdays((1, 3)), "2026-03-04", "2026-03-05"),
        (OnDayOfMonth(1), "2026-03-02", "2026-04-01"),
        (OnDayOfMonth(30), "2027-02-03", "2027-02-28"),
        (OnWeekdayOfMonth(1, 0), "2026-03-03", "2026-04-06"),
    ],
)
def test_the_first_one_waits_for_a_day_of_the_rhythm(rhythm: Rhythm, asked: str, first: str) -> None:
    moment = datetime.fromisoformat(f"{asked} 09:00").replace(tzinfo=AMSTERDAM)
    assert first_of(rhythm, moment, moment) == datetime.fromisoformat(f"{first} 09:00").replace(tzinfo=AMSTERDAM)


def test_who_asked_for_the_thirty_first_gets_it_back_after_a_short_month() -> None:
    due = datetime(2027, 1, 31, 9, 0, tzinfo=AMSTERDAM)
    days = []
    for _ in range(4):
        due = following(OnDayOfMonth(31), due, due).astimezone(AMSTERDAM)
        days.append(f"{due:%d-%m %H}")
    assert days == ["28-02 09", "31-03 09", "30-04 09", "31-05 09"]
