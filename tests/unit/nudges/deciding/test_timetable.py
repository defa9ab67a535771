from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import local_date
from bot.learners.hours import Hours
from bot.learners.models import DayPart, NudgePreferences, Shift
from bot.nudges.days import at_local, is_holiday, is_working_day, local_time, start_of
from bot.nudges.deciding.shifts import at_work
from bot.nudges.deciding.timetable import in_quiet_hours, is_free_day, moment_on, plannable, window_for
from bot.nudges.deciding.window import Window
from bot.nudges.models import Moment
from tests.unit.nudges.makers import local

DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))
LEARNERS = st.text("0123456789abcdef", min_size=32, max_size=32)
PARTS = st.none() | st.sampled_from(DayPart)


@given(DAYS, LEARNERS, PARTS, PARTS)
def test_a_moment_is_on_its_day_inside_its_window_and_never_in_quiet_hours(
    day: date, learner_id: str, own_part: DayPart | None, part: DayPart | None
) -> None:
    window = window_for(NudgePreferences(part=own_part), Moment(part=part))
    if window is None:
        assert own_part
        assert part
        assert own_part is not part
        return
    moment = moment_on(day, window, learner_id)
    assert local_date(moment) == day
    assert moment in window
    assert not in_quiet_hours(moment)


@given(DAYS, LEARNERS, PARTS, PARTS, st.sampled_from(Shift))
def test_who_works_shifts_gets_nothing_during_one_nor_in_quiet_hours(
    day: date, learner_id: str, own_part: DayPart | None, part: DayPart | None, shift: Shift
) -> None:
    preferences = NudgePreferences(part=own_part, shift=shift)
    window = window_for(preferences, Moment(part=part))
    assert window or part, "what fits any moment always fits"
    if window:
        moment = moment_on(day, window, learner_id)
        assert local_date(moment) == day
        assert moment in window
        assert not at_work(moment, preferences)
        assert not in_quiet_hours(moment)


@pytest.mark.parametrize(
    ("shift", "start", "end"),
    [(Shift.VROEG, time(14, 30), time(19, 30)), (Shift.LAAT, time(10), time(15)), (Shift.NACHT, time(15), time(19, 30))],
)
def test_the_moment_of_who_works_shifts_follows_the_shift(shift: Shift, start: time, end: time) -> None:
    assert window_for(NudgePreferences(shift=shift), Moment()) == Window(start, end)


def test_a_part_of_the_day_counts_as_far_as_the_shift_leaves_room() -> None:
    assert window_for(NudgePreferences(part=DayPart.OCHTEND, shift=Shift.LAAT), Moment()) == Window(time(10), time(12))
    assert window_for(NudgePreferences(part=DayPart.AVOND, shift=Shift.LAAT), Moment()) == Window(time(10), time(15))
    assert window_for(NudgePreferences(shift=Shift.LAAT), Moment(part="avond")) is None


def test_a_part_of_the_day_that_begins_when_the_free_hours_end_leaves_them_as_they_are() -> None:
    from_half_past_twelve = NudgePreferences(part=DayPart.PAUZE, shift=Shift.LAAT, hours=(Hours(Shift.LAAT, time(12, 30), time(20, 30)),))
    assert window_for(from_half_past_twelve, Moment()) == Window(time(10), time(12))


def test_a_script_for_a_part_of_the_day_suits_a_shift_when_the_person_chose_that_part_too() -> None:
    preferences = NudgePreferences(part=DayPart.OCHTEND, shift=Shift.LAAT)
    assert window_for(preferences, Moment(part="ochtend")) == Window(time(10), time(12))
    assert window_for(preferences, Moment(part="pauze")) is None


@pytest.mark.parametrize(
    ("shift", "hour", "busy"),
    [
        (None, 9, False),
        (Shift.VROEG, 9, True),
        (Shift.VROEG, 16, False),
        (Shift.LAAT, 9, False),
        (Shift.LAAT, 16, True),
        (Shift.NACHT, 12, True),
        (Shift.NACHT, 18, False),
        (Shift.WISSELEND, 12, True),
        (Shift.WISSELEND, 15, False),
        (Shift.WISSELEND, 16, True),
    ],
)
def test_when_somebody_may_be_at_work(shift: Shift | None, hour: int, busy: bool) -> None:
    assert at_work(local(2026, 3, 2, hour), NudgePreferences(shift=shift)) is busy


@given(DAYS, LEARNERS, st.none() | st.integers(0, 6))
def test_what_can_be_planned_is_never_a_free_day(day: date, learner_id: str, weekday: int | None) -> None:
    preferences = NudgePreferences(weekday=weekday)
    if plannable(day, preferences, Moment()):
        assert not is_free_day(day, preferences)
        assert not is_holiday(day)
        assert day.weekday() == weekday if weekday is not None else is_working_day(day)


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25), date(2028, 2, 29)], ids=["spring", "autumn", "leap"])
@pytest.mark.parametrize("part", [None, *DayPart])
def test_on_days_of_23_25_hours_and_on_leap_day_the_wall_clock_is_right(day: date, part: DayPart | None) -> None:
    window = window_for(NudgePreferences(part=part), Moment())
    assert window is not None
    moment = moment_on(day, window, "b" * 32)
    assert window.start <= local_time(moment) < window.end
    assert at_local(day, time(12)).astimezone(UTC).hour == (11 if day.month == 2 or day == date(2026, 10, 25) else 10)


def test_without_a_choice_the_window_is_ten_to_seven_on_working_days() -> None:
    window = window_for(NudgePreferences(), Moment())
    assert window is not None
    assert (window.start, window.end) == (time(10), time(19))
    monday = date(2026, 3, 2)
    allowed = [plannable(monday + timedelta(days=n), NudgePreferences(), Moment()) for n in range(7)]
    assert allowed == [True] * 5 + [False] * 2


def test_a_script_for_the_evening_comes_before_seven_unless_the_person_chose_the_evening() -> None:
    by_script = window_for(NudgePreferences(), Moment(part="avond"))
    chosen = window_for(NudgePreferences(part=DayPart.AVOND), Moment(part="avond"))
    assert by_script is not None
    assert chosen is not None
    assert by_script.end == time(19)
    assert chosen.end == time(19, 30)


@pytest.mark.parametrize(
    ("part", "start", "end"),
    [
        (DayPart.OCHTEND, time(8), time(12)),
        (DayPart.PAUZE, time(12), time(13, 30)),
        (DayPart.MIDDAG, time(13, 30), time(17)),
        (DayPart.AVOND, time(17), time(19, 30)),
    ],
)
def test_each_part_of_the_day_begins_where_the_one_before_it_ends(part: DayPart, start: time, end: time) -> None:
    window = window_for(NudgePreferences(part=part), Moment())
    assert window is not None
    assert (window.start, window.end) == (start, end)
    assert at_local(date(2026, 3, 2), start) in window
    assert at_local(date(2026, 3, 2), end) not in window


def test_a_script_for_the_break_is_not_for_someone_who_chose_the_evening() -> None:
    assert window_for(NudgePreferences(part=DayPart.AVOND), Moment(part="pauze")) is None


def test_a_script_for_fridays_is_planned_on_fridays_only() -> None:
    week = [date(2026, 3, 2) + timedelta(days=n) for n in range(7)]
    assert [day for day in week if plannable(day, NudgePreferences(), Moment(frozenset({4})))] == [date(2026, 3, 6)]
    assert not any(plannable(day, NudgePreferences(weekday=2), Moment(frozenset({4}))) for day in week)


def test_sundays_are_for_who_chose_them() -> None:
    sunday, chosen = date(2026, 3, 1), NudgePreferences(weekday=6)
    assert plannable(sunday, chosen, Moment())
    assert not is_free_day(sunday, chosen)
    for other in (NudgePreferences(), NudgePreferences(weekday=0)):
        assert not plannable(sunday, other, Moment())
        assert is_free_day(sunday, other)


@pytest.mark.parametrize(
    ("holiday", "weekday"),
    [(date(2026, 12, 25), 4), (date(2026, 4, 6), 0), (date(2026, 4, 5), 6), (date(2026, 12, 25), None)],
    ids=["christmas on a friday", "easter monday", "easter sunday", "no weekday chosen"],
)
def test_a_holiday_is_free_for_everybody_also_for_who_chose_that_weekday(holiday: date, weekday: int | None) -> None:
    preferences = NudgePreferences(weekday=weekday)
    assert is_holiday(holiday)
    assert is_free_day(holiday, preferences)
    assert not plannable(holiday, preferences, Moment())


def test_who_chose_friday_gets_the_first_friday_after_christmas_and_new_year() -> None:
    fridays = [
        day for day in (date(2026, 12, 19) + timedelta(days=n) for n in range(28)) if plannable(day, NudgePreferences(weekday=4), Moment())
    ]
    assert fridays == [date(2027, 1, 8), date(2027, 1, 15)]


@pytest.mark.parametrize(
    ("hour", "minute", "quiet"), [(7, 59, True), (8, 0, False), (19, 59, False), (20, 0, True), (23, 30, True), (0, 0, True), (3, 0, True)]
)
def test_quiet_hours_are_from_eight_to_eight(hour: int, minute: int, quiet: bool) -> None:
    assert in_quiet_hours(local(2026, 7, 1, hour, minute)) is quiet
    assert in_quiet_hours(local(2026, 12, 1, hour, minute)) is quiet


def test_people_are_spread_over_the_window_and_each_keeps_the_same_time() -> None:
    window = window_for(NudgePreferences(), Moment())
    assert window is not None
    people = [f"{n:032x}" for n in range(300)]
    times = [local_time(moment_on(date(2026, 3, 2), window, one)) for one in people]
    assert times == [local_time(moment_on(date(2026, 7, 6), window, one)) for one in people]
    per_hour = [sum(moment.hour == hour for moment in times) for hour in range(10, 19)]
    assert min(per_hour) > 15
    assert max(per_hour) < 60


def test_the_local_midnight_of_a_summer_day_is_ten_in_the_evening_utc() -> None:
    assert start_of(date(2026, 7, 1)) == datetime(2026, 6, 30, 22, tzinfo=UTC)
