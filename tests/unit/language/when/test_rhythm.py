from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.when.rhythm import LAST, EveryDays, OnDayOfMonth, OnWeekdayOfMonth, OnWeekdays, Rhythm
from bot.language.when.rhythm_codes import code_of, rhythm_from
from tests.unit.language.when.rhythms import WEEKDAYS, rhythms

COLUMN = 16
days = st.dates(date(2024, 1, 1), date(2035, 1, 1))


@given(rhythms(), days)
def test_its_days_lie_ahead_in_order_and_are_days_of_it(rhythm: Rhythm, day: date) -> None:
    coming = list(islice(rhythm.after(day), 20))
    assert day < coming[0]
    assert all(one < other for one, other in pairwise(coming))
    assert all(map(rhythm.falls_on, coming))


@given(
    st.one_of(st.builds(OnDayOfMonth, st.integers(1, 31)), st.builds(OnWeekdayOfMonth, st.sampled_from((1, 2, 3, 4, LAST)), WEEKDAYS)), days
)
def test_every_month_has_exactly_one(rhythm: Rhythm, day: date) -> None:
    coming = [each.year * 12 + each.month for each in islice(rhythm.after(day), 30)]
    assert coming == list(range(coming[0], coming[0] + 30))


@given(st.sets(WEEKDAYS, min_size=1), days)
def test_days_of_the_week_are_all_of_them_and_no_others(weekdays: set[int], day: date) -> None:
    week = [day + timedelta(ahead) for ahead in range(1, 8)]
    coming = list(islice(OnWeekdays(tuple(sorted(weekdays))).after(day), len(weekdays)))
    assert coming == [each for each in week if each.weekday() in weekdays]


@given(rhythms(), days)
def test_where_it_is_moved_to_is_a_day_of_it(rhythm: Rhythm, day: date) -> None:
    moved = rhythm.moved_to(day)
    assert moved.falls_on(day) or moved == Rhythm.WORKDAY


@pytest.mark.parametrize(
    ("rhythm", "to", "moved"),
    [
        (OnDayOfMonth(1, 3), date(2026, 3, 5), OnDayOfMonth(5, 3)),
        (OnWeekdayOfMonth(1, 0), date(2026, 3, 10), OnWeekdayOfMonth(2, 1)),
        (OnWeekdayOfMonth(LAST, 4), date(2026, 3, 26), OnWeekdayOfMonth(LAST, 3)),
        (OnWeekdayOfMonth(4, 4), date(2026, 3, 26), OnWeekdayOfMonth(4, 3)),
        (OnWeekdayOfMonth(1, 0), date(2026, 3, 31), OnWeekdayOfMonth(LAST, 1)),
        (OnWeekdays((1, 3)), date(2026, 3, 6), Rhythm.WEEK),
        (OnWeekdays((1, 3)), date(2026, 3, 5), OnWeekdays((1, 3))),
        (Rhythm.WORKDAY, date(2026, 3, 7), Rhythm.WORKDAY),
        (EveryDays(3), date(2026, 3, 7), EveryDays(3)),
    ],
)
def test_a_rhythm_that_names_its_days_goes_along_to_another_day(rhythm: Rhythm, to: date, moved: Rhythm) -> None:
    assert rhythm.moved_to(to) == moved


def test_every_month_takes_its_day_from_the_first_one() -> None:
    assert Rhythm.MONTH.beginning(date(2026, 1, 31)) == OnDayOfMonth(31)
    assert OnDayOfMonth(15).beginning(date(2026, 1, 31)) == OnDayOfMonth(15)


@given(st.one_of(rhythms(), st.just(Rhythm.MONTH)))
def test_a_rhythm_is_stored_and_read_back(rhythm: Rhythm) -> None:
    assert len(code_of(rhythm)) <= COLUMN
    assert rhythm_from(code_of(rhythm)) == rhythm


@pytest.mark.parametrize(
    ("code", "rhythm"),
    [
        ("day", EveryDays(1)),
        ("workday", OnWeekdays((0, 1, 2, 3, 4))),
        ("two_days", EveryDays(2)),
        ("week", EveryDays(7)),
        ("two_weeks", EveryDays(14)),
    ],
)
def test_what_was_stored_first_keeps_its_name(code: str, rhythm: Rhythm) -> None:
    assert (rhythm_from(code), code_of(rhythm)) == (rhythm, code)
