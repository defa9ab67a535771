from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.lanes import SECOND, Lanes
from bot.turns import LONGEST_QUEUE, Turn
from tests.conftest import StoppedClock

GAP = SECOND / 4


def later(clock: StoppedClock, **parts: float) -> datetime:
    return clock.now + timedelta(**parts)


def test_a_chat_gets_one_turn_a_second(clock: StoppedClock) -> None:
    lanes = Lanes(clock)
    assert lanes.take("1") == Turn(clock.now, taken=True)
    assert lanes.take("1") == Turn(later(clock, seconds=1), taken=False)
    clock.advance(seconds=1)
    assert lanes.take("1").taken


def test_replies_queue_for_turns_that_are_evenly_spread(clock: StoppedClock) -> None:
    lanes = Lanes(clock, per_second=4)
    assert [lanes.take(chat) for chat in "abc"] == [Turn(clock.now + n * GAP, taken=True) for n in range(3)]


def test_what_may_wait_takes_no_turn_that_is_queued_for(clock: StoppedClock) -> None:
    lanes = Lanes(clock, per_second=4)
    lanes.take("a")
    assert lanes.take("b", bulk=True) == Turn(clock.now + GAP, taken=False)
    lanes.take("c")
    clock.now += GAP
    assert lanes.take("b", bulk=True) == Turn(clock.now + GAP, taken=False), "the reply to c goes first"
    clock.now += GAP
    assert lanes.take("b", bulk=True) == Turn(clock.now, taken=True)


def test_a_queue_that_is_too_long_is_not_joined(clock: StoppedClock) -> None:
    lanes = Lanes(clock, per_second=1)
    turns = [lanes.take(str(chat)) for chat in range(6)]
    assert [turn.taken for turn in turns] == [True, True, True, True, False, False]
    assert turns[-1].at > clock.now + LONGEST_QUEUE


def test_a_waiting_chat_holds_up_no_other(clock: StoppedClock) -> None:
    lanes = Lanes(clock)
    lanes.hold("1", later(clock, seconds=30))
    assert lanes.take("1") == Turn(later(clock, seconds=30), taken=False)
    assert lanes.take("2").taken


def test_what_may_wait_is_held_as_a_whole_and_replies_are_not(clock: StoppedClock) -> None:
    lanes = Lanes(clock)
    lanes.hold("1", later(clock, seconds=30), bulk=True)
    assert lanes.take("2", bulk=True) == Turn(later(clock, seconds=30), taken=False)
    assert lanes.take("2").taken
    assert not lanes.take("1").taken


def test_a_shorter_hold_does_not_end_a_longer_one(clock: StoppedClock) -> None:
    lanes = Lanes(clock)
    for seconds in (30, 5):
        lanes.hold("1", later(clock, seconds=seconds), bulk=True)
    assert lanes.take("1").at == later(clock, seconds=30)
    assert lanes.take("2", bulk=True).at == later(clock, seconds=30)


def test_a_clock_that_is_set_back_does_not_stop_replies(clock: StoppedClock) -> None:
    lanes = Lanes(clock)
    assert lanes.take("1").taken
    clock.advance(hours=-1)
    assert lanes.take("2") == Turn(clock.now, taken=True)


def test_chats_of_long_ago_are_forgotten(clock: StoppedClock) -> None:
    lanes = Lanes(clock)
    for chat in range(1500):
        lanes.hold(str(chat), clock.now)
    clock.advance(seconds=2)
    lanes.take("last")
    assert list(lanes._chats) == ["last"]


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from("abcdefgh"), st.booleans()), max_size=200))
def test_no_limit_is_ever_broken(steps: list[tuple[int, str, bool]]) -> None:
    clock = StoppedClock(datetime(2026, 3, 2, 9, 30, tzinfo=UTC))
    lanes = Lanes(clock, per_second=5)
    turns: list[tuple[datetime, str]] = []
    for milliseconds, chat, bulk in steps:
        clock.advance(milliseconds=milliseconds)
        turn = lanes.take(chat, bulk=bulk)
        if turn.taken:
            turns.append((turn.at, chat))
        else:
            assert turn.at > clock.now
    for moment, chat in turns:
        second = [(at, who) for at, who in turns if moment <= at < moment + SECOND]
        assert len(second) <= 5
        assert sum(who == chat for _, who in second) == 1
