from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from bot.workday import DAY, LONGEST, SHORTEST, can_last, clock_at, minute_of, minutes_between

MINUTES = st.integers(0, DAY - 1)


@given(MINUTES, st.integers(-3, 3))
def test_a_clock_and_its_minute_stand_for_each_other_on_any_day(minute: int, days: int) -> None:
    assert minute_of(clock_at(minute + days * DAY)) == minute


@given(MINUTES, MINUTES)
def test_from_one_minute_to_another_takes_a_day_at_most(start: int, end: int) -> None:
    assert 0 < minutes_between(start, end) <= DAY
    assert (start + minutes_between(start, end)) % DAY == end


def test_over_midnight() -> None:
    assert minutes_between(minute_of(time(22)), minute_of(time(6))) == 480


def test_a_working_day_lasts_an_hour_at_least_and_fourteen_at_most() -> None:
    assert [minutes for minutes in (59, 60, 840, 841) if can_last(minutes)] == [SHORTEST, LONGEST]
