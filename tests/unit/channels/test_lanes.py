from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.lanes import SECOND, Lanes
from tests.conftest import StoppedClock


def test_a_chat_gets_one_turn_a_second(clock: StoppedClock) -> None:
    lanes = Lanes(clock)
    assert lanes.take("1") is None
    assert lanes.take("1") == clock() + SECOND
    clock.advance(seconds=1)
    assert lanes.take("1") is None


def test_a_waiting_chat_holds_up_no_other(clock: StoppedClock) -> None:
    lanes = Lanes(clock)
    lanes.hold("1", clock() + timedelta(seconds=30))
    assert lanes.take("1") == clock() + timedelta(seconds=30)
    assert lanes.take("2") is None


def test_a_shorter_hold_does_not_end_a_longer_one(clock: StoppedClock) -> None:
    lanes = Lanes(clock)
    lanes.hold("1", clock() + timedelta(seconds=30))
    lanes.hold("1", clock() + timedelta(seconds=5))
    clock.advance(seconds=10)
    assert lanes.take("1") == clock() + timedelta(seconds=20)


def test_all_chats_together_get_so_many_turns_a_second(clock: StoppedClock) -> None:
    lanes = Lanes(clock, per_second=3)
    assert [lanes.take(chat) for chat in "abc"] == [None, None, None]
    clock.advance(milliseconds=400)
    assert lanes.take("d") == clock() + timedelta(milliseconds=600)
    clock.advance(milliseconds=600)
    assert lanes.take("d") is None


def test_a_clock_that_is_set_back_does_not_stop_all_sending(clock: StoppedClock) -> None:
    lanes = Lanes(clock, per_second=1)
    assert lanes.take("1") is None
    clock.advance(hours=-1)
    assert lanes.take("1") is None


def test_chats_of_long_ago_are_forgotten(clock: StoppedClock) -> None:
    lanes = Lanes(clock, per_second=5000)
    for chat in range(1500):
        lanes.take(str(chat))
    clock.advance(seconds=2)
    lanes.take("last")
    assert len(lanes._free_at) == 1


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from("abcdefgh")), max_size=200))
def test_no_limit_is_ever_broken_and_whoever_waits_as_told_gets_a_turn(steps: list[tuple[int, str]]) -> None:
    clock = StoppedClock(datetime(2026, 3, 2, 9, 30, tzinfo=UTC))
    lanes = Lanes(clock, per_second=5)
    turns: list[tuple[datetime, str]] = []
    for milliseconds, chat in steps:
        clock.advance(milliseconds=milliseconds)
        again = lanes.take(chat)
        if again:
            clock.now = again
            assert lanes.take(chat) is None
        turns.append((clock(), chat))
    for moment, chat in turns:
        second = [(at, who) for at, who in turns if moment <= at < moment + SECOND]
        assert len(second) <= 5
        assert sum(who == chat for _, who in second) == 1
