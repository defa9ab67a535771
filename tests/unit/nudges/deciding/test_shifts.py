"""Own hours of work: nothing during them, nor in the rest after them."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import local_date
from bot.learners.hours import Hours
from bot.learners.models import DayPart, NudgePreferences, Shift
from bot.nudges.days import at_local, local_time
from bot.nudges.deciding.shifts import REST, after_work, at_work, first_allowed, free
from bot.nudges.deciding.timetable import in_quiet_hours, moment_on, window_for
from bot.nudges.deciding.window import Window
from bot.nudges.models import Moment
from bot.workday import LONGEST, SHORTEST

CLOCK_CHANGES = [date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 24), date(2026, 10, 25)]
DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31)) | st.sampled_from(CLOCK_CHANGES)
NAMED = st.sampled_from([None, Shift.VROEG, Shift.LAAT, Shift.NACHT])


def hours(shift: Shift | None, start: int, minutes: int) -> Hours:
    return Hours(shift, time(*divmod(start, 60)), time(*divmod((start + minutes) % 1440, 60)))


ALL_HOURS = st.builds(hours, NAMED, st.integers(0, 1439), st.integers(SHORTEST, LONGEST))


def having(own: Hours, part: DayPart | None = None) -> NudgePreferences:
    return NudgePreferences(part=part, shift=own.shift, hours=(own,))


@given(
    ALL_HOURS,
    DAYS,
    st.none() | st.sampled_from(DayPart),
    st.none() | st.sampled_from(DayPart),
    st.text("0123456789abcdef", min_size=32, max_size=32),
)
def test_who_told_their_hours_gets_nothing_during_them_nor_in_quiet_hours(
    own: Hours, day: date, part: DayPart | None, of_script: DayPart | None, learner_id: str
) -> None:
    preferences = having(own, part)
    window = window_for(preferences, Moment(part=of_script))
    if window is None:
        return
    moment = moment_on(day, window, learner_id)
    assert local_date(moment) == day
    assert not at_work(moment, preferences)
    assert not in_quiet_hours(moment)


@given(ALL_HOURS)
def test_there_is_a_moment_unless_work_and_sleep_fill_the_day(own: Hours) -> None:
    window = free(own)
    open_minutes = [time(*divmod(minute, 60)) for minute in range(8 * 60, 20 * 60)]
    left = [clock for clock in open_minutes if not at_work(at_local(date(2026, 3, 4), clock), having(own))]
    if window:
        assert window.start in left
        assert (window.end.hour - window.start.hour) * 60 + window.end.minute - window.start.minute >= 30
    else:
        assert len(left) < 90, "less than an hour before work, and less than half an hour after it"


@pytest.mark.parametrize(
    ("start", "end", "window"),
    [
        (time(6), time(14), Window(time(14, 30), time(19, 30))),
        (time(4), time(6), Window(time(8), time(19, 30))),
        (time(9), time(17), Window(time(17, 30), time(19, 30))),
        (time(10), time(18, 30), Window(time(19), time(19, 30))),
        (time(7), time(19), Window(time(19, 30), time(20))),
        (time(14, 30), time(23), Window(time(10), time(14))),
        (time(11), time(19, 30), Window(time(10), time(10, 30))),
        (time(10), time(21), Window(time(8), time(9, 30))),
        (time(15, 30), time(0), Window(time(10), time(15))),
        (time(17), time(2), Window(time(10, 30), time(16, 30))),
        (time(22, 30), time(6, 30), Window(time(15), time(19, 30))),
        (time(19), time(7), Window(time(15, 30), time(18, 30))),
        (time(7), time(19, 1), None),
        (time(8), time(20), None),
    ],
)
def test_a_nudge_comes_after_work_or_when_that_is_late_the_morning_after(start: time, end: time, window: Window | None) -> None:
    assert free(Hours(None, start, end)) == window


@pytest.mark.parametrize(
    ("clock", "busy"), [(time(14, 29), False), (time(14, 30), True), (time(22, 59), True), (time(23, 29), True), (time(23, 30), False)]
)
def test_work_lasts_from_its_beginning_until_half_an_hour_after_its_end(clock: time, busy: bool) -> None:
    assert at_work(at_local(date(2026, 3, 4), clock), having(Hours(Shift.LAAT, time(14, 30), time(23)))) is busy


@pytest.mark.parametrize(
    ("clock", "busy"), [(time(21, 59), False), (time(22), True), (time(3), True), (time(14, 29), True), (time(14, 30), False)]
)
def test_after_the_night_there_is_time_to_sleep(clock: time, busy: bool) -> None:
    assert at_work(at_local(date(2026, 3, 4), clock), having(Hours(Shift.NACHT, time(22), time(6)))) is busy


def test_who_works_until_midnight_rests_as_after_any_evening() -> None:
    assert not at_work(at_local(date(2026, 3, 4), time(8)), having(Hours(Shift.LAAT, time(15, 30), time(0))))


@pytest.mark.parametrize(
    ("shift", "clock", "busy"),
    [
        (Shift.VROEG, time(14, 29), True),
        (Shift.VROEG, time(14, 30), False),
        (Shift.LAAT, time(15, 29), False),
        (Shift.LAAT, time(15, 30), True),
        (Shift.NACHT, time(14, 29), True),
        (Shift.NACHT, time(14, 30), False),
    ],
)
def test_a_shift_without_hours_has_the_usual_ones_to_the_minute(shift: Shift, clock: time, busy: bool) -> None:
    assert at_work(at_local(date(2026, 3, 4), clock), NudgePreferences(shift=shift)) is busy


def test_hours_of_a_shift_that_is_not_theirs_now_do_not_count() -> None:
    late = Hours(Shift.LAAT, time(15), time(23))
    assert window_for(NudgePreferences(shift=Shift.VROEG, hours=(late,)), Moment()) == Window(time(14, 30), time(19, 30))
    assert window_for(NudgePreferences(hours=(late,)), Moment()) == Window(time(10), time(19))


def test_who_changes_shifts_is_reached_when_all_of_them_leave_time() -> None:
    early, late = Hours(Shift.VROEG, time(5), time(12)), Hours(Shift.LAAT, time(16), time(23))
    both = NudgePreferences(shift=Shift.WISSELEND, hours=(early, late))
    assert window_for(both, Moment()) == Window(time(12, 30), time(15, 30))
    assert at_work(at_local(date(2026, 3, 4), time(12, 29)), both)
    assert not at_work(at_local(date(2026, 3, 4), time(12, 30)), both)


def test_half_an_hour_that_all_shifts_leave_is_enough() -> None:
    told = (Hours(Shift.VROEG, time(5), time(12)), Hours(Shift.LAAT, time(13, 30), time(22)))
    assert window_for(NudgePreferences(shift=Shift.WISSELEND, hours=told), Moment()) == Window(time(12, 30), time(13))


@pytest.mark.parametrize(
    "told",
    [
        (),
        (Hours(Shift.LAAT, time(16), time(23)),),
        (Hours(Shift.VROEG, time(6), time(14)), Hours(Shift.LAAT, time(14), time(22))),
        (Hours(Shift.VROEG, time(6), time(14)), Hours(Shift.LAAT, time(15, 29), time(23))),
        (Hours(Shift.VROEG, time(8), time(20)), Hours(Shift.LAAT, time(16), time(23))),
    ],
)
def test_where_changing_shifts_leave_none_or_are_half_known_the_usual_hour_stays(told: tuple[Hours, ...]) -> None:
    assert window_for(NudgePreferences(shift=Shift.WISSELEND, hours=told), Moment()) == Window(time(14, 30), time(15, 30))


@given(ALL_HOURS, DAYS)
def test_after_work_is_half_an_hour_after_its_end_by_the_clock(own: Hours, day: date) -> None:
    at = after_work(own, day)
    ahead, minutes = divmod(own.ends + REST, 1440)
    ends_on = day + timedelta(days=ahead)
    if minutes // 60 == 2 and ends_on.month == 3:
        return  # an hour that one night in March does not have
    assert (local_date(at), local_time(at)) == (ends_on, time(*divmod(minutes, 60)))


@given(ALL_HOURS, DAYS)
def test_the_first_moment_that_is_allowed_is_never_earlier_nor_in_quiet_hours(own: Hours, day: date) -> None:
    at = after_work(own, day)
    allowed = first_allowed(at)
    assert allowed >= at
    assert not in_quiet_hours(allowed)
    assert allowed == at or local_time(allowed) == time(8)
    assert allowed - at <= timedelta(hours=13)


def test_at_the_end_of_the_day_the_first_allowed_moment_is_the_next_morning() -> None:
    tuesday, wednesday = date(2026, 3, 3), date(2026, 3, 4)
    assert first_allowed(at_local(tuesday, time(19, 59))) == at_local(tuesday, time(19, 59))
    assert first_allowed(at_local(tuesday, time(20))) == at_local(wednesday, time(8))
    assert first_allowed(at_local(wednesday, time(7, 59))) == at_local(wednesday, time(8))
