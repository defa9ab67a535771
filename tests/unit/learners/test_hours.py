from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learners.hours import USUAL, Hours, SaidHours, can_be, completed, read, together, write
from bot.learners.models import Shift
from bot.workday import LONGEST, SHORTEST, minute_of, minutes_between

CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
SHIFTS = st.sampled_from([None, Shift.VROEG, Shift.LAAT, Shift.NACHT])
ALL_HOURS = (
    st.tuples(SHIFTS, CLOCKS, st.integers(SHORTEST, LONGEST))
    .map(lambda one: (one[0], one[1], (one[1].hour * 60 + one[1].minute + one[2]) % 1440))
    .map(lambda one: Hours(one[0], one[1], time(*divmod(one[2], 60))))
)


@given(st.lists(ALL_HOURS, max_size=5))
def test_what_is_written_is_read_back(several: list[Hours]) -> None:
    kept = together([], several)
    assert read(write(kept)) == kept
    assert len(write(kept) or "") <= 96
    assert len({one.shift for one in kept}) == len(kept)


@given(CLOCKS, CLOCKS)
def test_hours_last_between_one_and_fourteen_hours_or_are_none(start: time, end: time) -> None:
    if can_be(start, end):
        hours = Hours(None, start, end)
        assert SHORTEST <= hours.minutes <= LONGEST
        assert (hours.ends > 1440) is (end < start and end != time(0))
    else:
        with pytest.raises(ValueError, match="-"):
            Hours(None, start, end)
        assert completed(SaidHours(None, start, end), (), None) is None


@pytest.mark.parametrize(
    ("start", "end", "shift"),
    [
        (time(7), time(15), Shift.VROEG),
        (time(7, 30), time(16), None),
        (time(9), time(17), None),
        (time(12), time(20), Shift.LAAT),
        (time(14, 30), time(23), Shift.LAAT),
        (time(16), time(0), Shift.LAAT),
        (time(17), time(2, 59), Shift.LAAT),
        (time(18), time(3), Shift.NACHT),
        (time(23), time(7), Shift.NACHT),
        (time(0), time(8), Shift.VROEG),
    ],
)
def test_hours_without_a_name_belong_to_the_shift_they_look_like(start: time, end: time, shift: Shift | None) -> None:
    assert completed(SaidHours(None, start, end), (), None) == Hours(shift, start, end)


def test_what_is_not_said_is_what_was_told_before_and_else_what_is_usual() -> None:
    assert completed(SaidHours(Shift.VROEG, time(7)), (), None) == Hours(Shift.VROEG, time(7), time(14, 30))
    known = [Hours(Shift.LAAT, time(15), time(22))]
    assert completed(SaidHours(Shift.LAAT, None, time(23)), known, None) == Hours(Shift.LAAT, time(15), time(23))
    assert completed(SaidHours(None, time(14)), known, Shift.LAAT) == Hours(Shift.LAAT, time(14), time(22))
    assert completed(SaidHours(None, time(7)), (), None) is None
    assert completed(SaidHours(None, time(7)), known, Shift.WISSELEND) is None


def test_half_that_does_not_fit_the_other_half_moves_it() -> None:
    assert completed(SaidHours(Shift.VROEG, time(14, 0)), (), None) == Hours(Shift.VROEG, time(14), time(22, 30))
    assert completed(SaidHours(Shift.VROEG, None, time(6, 30)), (), None) == Hours(Shift.VROEG, time(22), time(6, 30))


@given(st.sampled_from([Shift.VROEG, Shift.LAAT, Shift.NACHT]), CLOCKS, st.booleans())
def test_half_an_hour_told_always_makes_hours_that_can_be(shift: Shift, clock: time, is_start: bool) -> None:
    found = completed(SaidHours(shift, clock if is_start else None, None if is_start else clock), (), None)
    assert found
    assert clock in (found.start, found.end)
    assert minutes_between(minute_of(found.start), minute_of(found.end)) == found.minutes


def test_the_newest_hours_of_a_shift_count() -> None:
    old, new = Hours(Shift.LAAT, time(15), time(22)), Hours(Shift.LAAT, time(14), time(22))
    assert together([old, USUAL[Shift.VROEG]], [new]) == (USUAL[Shift.VROEG], new)
