from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue import limit as module
from bot.dialogue.limit import Limit, Verdict
from tests.conftest import StoppedClock


def many(limit: Limit, times: int, key: str = "me") -> list[Verdict]:
    return [limit.take(key) for _ in range(times)]


def test_a_burst_is_fine_then_said_once_then_silence(clock: StoppedClock) -> None:
    assert many(Limit(clock, burst=3), 6) == [Verdict.FINE] * 3 + [Verdict.TELL] + [Verdict.SILENT] * 2


def test_one_more_every_few_seconds(clock: StoppedClock) -> None:
    limit = Limit(clock, burst=3, seconds_per_message=3)
    many(limit, 5)
    clock.advance(seconds=2.9)
    assert limit.take("me") is Verdict.SILENT
    clock.advance(seconds=0.2)
    assert many(limit, 2) == [Verdict.FINE, Verdict.SILENT]


def test_after_calming_down_it_is_said_again(clock: StoppedClock) -> None:
    limit = Limit(clock, burst=4, seconds_per_message=1)
    many(limit, 6)
    clock.advance(seconds=60)
    assert many(limit, 5)[-1] is Verdict.TELL


def test_everybody_has_a_bucket_of_their_own(clock: StoppedClock) -> None:
    limit = Limit(clock, burst=1)
    many(limit, 3)
    assert limit.take("other") is Verdict.FINE


def test_memory_does_not_grow_without_end(clock: StoppedClock, monkeypatch: object) -> None:
    limit = Limit(clock)
    for number in range(module.MANY + 10):
        limit.take(str(number))
    assert len(limit._buckets) == module.MANY


@given(st.lists(st.floats(0, 10), max_size=100))
def test_never_more_than_the_burst_and_the_trickle(pauses: list[float]) -> None:
    from datetime import UTC, datetime

    clock = StoppedClock(datetime(2026, 3, 2, tzinfo=UTC))
    limit = Limit(clock, burst=5, seconds_per_message=3)
    fine = 0
    for pause in pauses:
        clock.advance(seconds=pause)
        fine += limit.take("me") is Verdict.FINE
    assert fine <= 5 + sum(pauses) / 3 + 1e-6
