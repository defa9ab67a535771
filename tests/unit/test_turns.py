"""Whose turn it is, to the moment. What processes share of it is in ``store/conversation/test_turns.py``."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.turns import LONGEST_HOLD, LONGEST_QUEUE, TURN_BACK, Lane, Turn

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
BEFORE, JUST_BEYOND = NOW - timedelta(hours=1), timedelta(microseconds=1)


def lane(*, free: datetime = BEFORE, chat_free: datetime = BEFORE, chat_held: datetime = BEFORE, bulk_held: datetime = BEFORE) -> Lane:
    return Lane(free, chat_free, chat_held, bulk_held)


@pytest.mark.parametrize("bulk", [True, False])
def test_where_nobody_waits_the_turn_is_now(bulk: bool) -> None:
    assert lane().next_turn(NOW, bulk=bulk) == Turn(NOW, taken=True)
    assert lane(free=NOW, chat_free=NOW, chat_held=NOW, bulk_held=NOW).next_turn(NOW, bulk=bulk) == Turn(NOW, taken=True)


def test_a_reply_queues_for_three_seconds_and_what_may_wait_for_none() -> None:
    assert timedelta(seconds=3) == LONGEST_QUEUE
    soon, last = NOW + JUST_BEYOND, NOW + LONGEST_QUEUE
    assert lane(free=last).next_turn(NOW, bulk=False) == Turn(last, taken=True)
    assert lane(free=last + JUST_BEYOND).next_turn(NOW, bulk=False) == Turn(last + JUST_BEYOND, taken=False)
    assert lane(free=soon).next_turn(NOW, bulk=True) == Turn(soon, taken=False)


def test_nobody_queues_for_a_chat_that_has_to_wait() -> None:
    soon, later = NOW + JUST_BEYOND, NOW + timedelta(seconds=2)
    assert lane(chat_free=soon).next_turn(NOW, bulk=False) == Turn(soon, taken=False)
    assert lane(chat_free=soon, chat_held=later).next_turn(NOW, bulk=False) == Turn(later, taken=False)


def test_a_flood_holds_what_may_wait_everywhere_and_replies_only_in_its_chat() -> None:
    later = NOW + timedelta(seconds=2)
    assert lane(bulk_held=later).next_turn(NOW, bulk=True) == Turn(later, taken=False)
    assert lane(bulk_held=later).next_turn(NOW, bulk=False) == Turn(NOW, taken=True)


@pytest.mark.parametrize(
    ("which", "longest"), [("free", TURN_BACK), ("chat_free", TURN_BACK), ("chat_held", LONGEST_HOLD), ("bulk_held", LONGEST_HOLD)]
)
def test_a_moment_is_believed_until_it_must_be_of_another_clock(which: str, longest: timedelta) -> None:
    assert lane(**{which: NOW + longest}).next_turn(NOW, bulk=True) == Turn(NOW + longest, taken=False)
    assert lane(**{which: NOW + longest + JUST_BEYOND}).next_turn(NOW, bulk=True) == Turn(NOW, taken=True)


def test_a_turn_is_believed_for_a_minute_and_a_silence_for_a_day() -> None:
    assert (timedelta(minutes=1), timedelta(days=1)) == (TURN_BACK, LONGEST_HOLD)
