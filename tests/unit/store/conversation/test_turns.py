"""Turns that processes share."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.store.conversation.turns import SECOND, SharedTurns
from bot.store.database.sealing import Sealer
from bot.store.work import Store
from bot.turns import LONGEST_QUEUE, Lane, Turn
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import a_learner, join


def shared(store: Store, clock: StoppedClock, per_second: int = 4) -> SharedTurns:
    return SharedTurns(store.engine, Sealer("a secret for tests"), clock, "memory", per_second=per_second)


def test_two_processes_share_one_lane(store: Store, clock: StoppedClock) -> None:
    one, other = shared(store, clock), shared(store, clock)
    turns = [turns.take(str(n), bulk=False) for n, turns in enumerate((one, other, one))]
    assert turns == [Turn(clock.now + n * SECOND / 4, taken=True) for n in range(3)]
    assert other.take("9", bulk=True) == Turn(clock.now + 3 * SECOND / 4, taken=False)


def test_what_may_wait_takes_no_turn_that_is_queued_for(store: Store, clock: StoppedClock) -> None:
    turns, gap = shared(store, clock), SECOND / 4
    turns.take("a", bulk=False)
    assert turns.take("b", bulk=True) == Turn(clock.now + gap, taken=False)
    turns.take("c", bulk=False)
    clock.now += gap
    assert turns.take("b", bulk=True) == Turn(clock.now + gap, taken=False), "the reply to c goes first"
    clock.now += gap
    assert turns.take("b", bulk=True) == Turn(clock.now, taken=True)


def test_a_queue_that_is_too_long_is_not_joined(store: Store, clock: StoppedClock) -> None:
    turns = shared(store, clock, per_second=1)
    given = [turns.take(str(chat), bulk=False) for chat in range(6)]
    assert [turn.taken for turn in given] == [True, True, True, True, False, False]
    assert given[-1].at > clock.now + LONGEST_QUEUE


def test_a_clock_that_is_set_back_does_not_stop_replies(store: Store, clock: StoppedClock) -> None:
    turns = shared(store, clock)
    assert turns.take("1", bulk=False).taken
    clock.advance(hours=-1)
    assert turns.take("2", bulk=False) == Turn(clock.now, taken=True)


def test_a_clock_that_is_set_back_does_not_silence_a_chat(store: Store, clock: StoppedClock) -> None:
    turns = shared(store, clock)
    join(store, a_learner(), "77")
    clock.advance(hours=20)
    assert turns.take("77", bulk=True).taken
    clock.advance(hours=-20)
    assert turns.take("77", bulk=False) == Turn(clock.now, taken=True)


def test_two_processes_share_the_second_of_a_chat(store: Store, clock: StoppedClock) -> None:
    one, other = shared(store, clock), shared(store, clock)
    join(store, a_learner(), "77")
    assert one.take("77", bulk=False).taken
    assert other.take("77", bulk=False) == Turn(clock.now + SECOND, taken=False)
    clock.advance(seconds=1)
    assert other.take("77", bulk=True).taken


def test_a_hold_of_one_process_holds_in_all(store: Store, clock: StoppedClock) -> None:
    one, other = shared(store, clock), shared(store, clock)
    join(store, a_learner(), "77")
    one.hold("77", clock.now + timedelta(hours=2), bulk=True)
    assert other.take("77", bulk=False) == other.take("1", bulk=True) == Turn(clock.now + timedelta(hours=2), taken=False)
    clock.advance(hours=2)
    one.hold("77", clock.now + timedelta(seconds=30), bulk=True)
    one.hold("77", clock.now + timedelta(seconds=5), bulk=True)
    assert other.take("77", bulk=False).at == clock.now + timedelta(seconds=30)
    assert other.take("1", bulk=True).at == clock.now + timedelta(seconds=30)
    assert other.take("1", bulk=False).taken


def test_threads_of_several_processes_never_get_the_same_turn(store: Store, clock: StoppedClock) -> None:
    taken: list[Turn] = []
    start = threading.Barrier(4)

    def take(name: str) -> None:
        turns = shared(store, clock, per_second=100)
        start.wait()
        taken.extend(turns.take(f"{name}{n}", bulk=False) for n in range(10))

    threads = [threading.Thread(target=take, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(turn.at for turn in taken) == [clock.now + n * SECOND / 100 for n in range(40)]


def test_a_silence_that_seems_to_last_for_days_remembers_another_clock() -> None:
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    days, hours = now + timedelta(days=7), now + timedelta(hours=5)
    assert Lane(now, now, days, days).next_turn(now, bulk=True) == Turn(now, taken=True)
    assert Lane(now, now, hours, now).next_turn(now, bulk=False) == Turn(hours, taken=False)
    assert Lane(now, now, now, hours).next_turn(now, bulk=True) == Turn(hours, taken=False)


@pytest.fixture
def six_people(sqlite_store: Store) -> Store:
    for chat in "abcdef":
        join(sqlite_store, a_learner(chat * 32), chat)
    return sqlite_store


# A day later nothing is left of the example before; a new database for each would take most of the time.
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 300), st.sampled_from("abcdef"), st.booleans(), st.integers(0, 1)), min_size=10, max_size=50))
def test_no_limit_is_ever_broken_by_two_processes(six_people: Store, clock: StoppedClock, steps: list[tuple[int, str, bool, int]]) -> None:
    processes = [shared(six_people, clock, per_second=4) for _ in range(2)]
    clock.advance(days=1)
    taken: list[tuple[datetime, str]] = []
    for milliseconds, chat, bulk, process in steps:
        clock.advance(milliseconds=milliseconds)
        turn = processes[process].take(chat, bulk=bulk)
        if turn.taken:
            taken.append((turn.at, chat))
        else:
            assert turn.at > clock.now
    for moment, chat in taken:
        second = [(at, who) for at, who in taken if moment <= at < moment + SECOND]
        assert len(second) <= 4
        assert sum(who == chat for _, who in second) == 1
