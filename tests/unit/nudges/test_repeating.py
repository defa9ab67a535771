from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import AMSTERDAM
from bot.language.when.models import Rhythm
from bot.nudges.repeating import fits, following

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
    ],
)
def test_after_friday_the_sixth_it_comes_on(rhythm: Rhythm, coming: str) -> None:
    friday = datetime(2026, 3, 6, 9, 0, tzinfo=AMSTERDAM)
    following_one = following(rhythm, friday, friday).astimezone(AMSTERDAM)
    assert f"{('ma', 'di', 'wo', 'do', 'vr', 'za', 'zo')[following_one.weekday()]} {following_one.day}" == coming


@given(st.sampled_from(Rhythm), moments, AWAKE, LONG_AWAY)
def test_it_lies_ahead_fits_and_keeps_its_time_on_the_clock(rhythm: Rhythm, day: datetime, hour: int, away: timedelta) -> None:
    due = day.astimezone(AMSTERDAM).replace(hour=hour)
    now = due + away
    coming = following(rhythm, due, now)
    assert coming > max(now, due)
    assert fits(rhythm, coming)
    local = coming.astimezone(AMSTERDAM)
    assert (local.hour, local.minute) == (due.hour, due.minute)
    assert coming - now <= timedelta(days=14, hours=1)


def test_what_was_missed_is_not_made_up_for() -> None:
    due = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    assert following(Rhythm.DAY, due, due + timedelta(days=10, hours=1)) == due + timedelta(days=11)
