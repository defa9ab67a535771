from datetime import UTC, datetime, timedelta

import pytest

from bot.admins.models import Tries
from bot.admins.waiting import LONGEST_WAIT, after_another, must_wait, wait_after

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(("count", "minutes"), [(0, 0), (4, 0), (5, 1), (6, 2), (7, 4), (8, 8), (9, 15), (10_000, 15)])
def test_the_wait_starts_after_five_tries_and_doubles_up_to_a_quarter(count: int, minutes: int) -> None:
    assert wait_after(count) == timedelta(minutes=minutes)


def test_the_wait_is_over_at_the_promised_moment() -> None:
    tries = after_another(Tries(count=4), NOW)
    assert must_wait(tries, NOW + timedelta(seconds=59)) == NOW + timedelta(minutes=1)
    assert must_wait(tries, NOW + timedelta(minutes=1)) is None


def test_the_wait_never_keeps_the_real_administrator_out_for_long() -> None:
    assert timedelta(minutes=15) >= LONGEST_WAIT
