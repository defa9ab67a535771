from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.backoff import FIRST, pause_after

HOUR = timedelta(hours=1)


@given(st.integers(1, 10_000))
def test_a_pause_is_half_to_all_of_what_doubles_up_to_the_longest(failures: int) -> None:
    whole = min(FIRST * 2 ** min(failures - 1, 10), HOUR)
    assert whole / 2 <= pause_after(failures, HOUR) <= whole


def test_who_failed_together_does_not_come_back_together() -> None:
    pauses = {pause_after(3, HOUR) for _ in range(100)}
    assert len(pauses) > 90
    assert max(pauses) - min(pauses) > timedelta(seconds=15)


def test_the_first_pause_is_at_most_a_quarter_of_a_minute_and_no_number_of_failures_is_too_many() -> None:
    assert timedelta(seconds=15) == FIRST
    assert timedelta(seconds=7.5) <= pause_after(1, HOUR) <= FIRST
    assert pause_after(10**9, timedelta.max) < timedelta.max
