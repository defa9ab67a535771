from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.errors import OutcomeUnknown, RecipientGone, Refused, TryLater
from bot.messages import Reply
from bot.nudges.deciding.policy import LATE
from bot.nudges.models import DueState, Reason
from bot.nudges.sending.delivery import Ended, Retry, await_turn, deliver
from tests.unit.nudges.makers import MONDAY, RecordingOutlet, a_row

ROW = a_row(MONDAY, state=DueState.CLAIMED)


def now() -> datetime:
    return MONDAY


def raising(error: Exception) -> Callable[[str], None]:
    def fail(_: str) -> None:
        raise error

    return fail


def test_what_arrives_is_sent_and_a_turn_is_only_a_turn() -> None:
    outlet = RecordingOutlet(now)
    assert await_turn(outlet, ROW, now) is None
    assert deliver(outlet, ROW, Reply("hoi"), now) == Ended(DueState.SENT, Reason.ALLOWED)
    assert outlet.sent == [(ROW.learner_id, Reply("hoi"), MONDAY)]


@pytest.mark.parametrize(
    ("error", "end"),
    [
        (RecipientGone(), Ended(DueState.NOT_SENT, Reason.BLOCKED)),
        (Refused(), Ended(DueState.NOT_SENT, Reason.REFUSED)),
        (OutcomeUnknown(), Ended(DueState.UNKNOWN, Reason.DELIVERY_UNCLEAR)),
    ],
)
def test_each_trouble_has_its_end(error: Exception, end: Ended) -> None:
    assert deliver(RecordingOutlet(now, instead=raising(error)), ROW, Reply("hoi"), now) == end
    assert await_turn(RecordingOutlet(now, meanwhile=raising(error)), ROW, now) == end


def test_a_failed_try_waits_longer_than_asked_when_it_failed_before_and_as_long_as_asked_when_that_is_longer() -> None:
    soon, later = MONDAY + timedelta(seconds=1), MONDAY + timedelta(minutes=9)
    first = deliver(RecordingOutlet(now, instead=raising(TryLater(soon))), ROW, Reply("hoi"), now)
    assert isinstance(first, Retry)
    assert timedelta(seconds=7.5) <= first.at - MONDAY <= timedelta(seconds=15)
    assert first.attempts == 1
    assert deliver(RecordingOutlet(now, instead=raising(TryLater(later))), ROW, Reply("hoi"), now) == Retry(later, 1)


def test_waiting_for_a_turn_is_no_try_and_lasts_as_long_as_asked() -> None:
    soon = MONDAY + timedelta(seconds=1)
    tried = replace(ROW, attempts=6)
    assert await_turn(RecordingOutlet(now, meanwhile=raising(TryLater(soon, tried=False))), tried, now) == Retry(soon, 6)


def test_only_the_moment_ends_the_tries_and_not_their_number() -> None:
    tried = replace(ROW, attempts=40)
    last = MONDAY + LATE
    outlet = RecordingOutlet(now, meanwhile=raising(TryLater(last, tried=False)))
    assert await_turn(outlet, tried, now) == Retry(last, 40)
    outlet = RecordingOutlet(now, meanwhile=raising(TryLater(last + timedelta(seconds=1), tried=False)))
    assert await_turn(outlet, tried, now) == Ended(DueState.NOT_SENT, Reason.LATE)


def test_with_ever_longer_pauses_a_tenth_failure_is_always_too_late() -> None:
    at, tries = MONDAY, 0
    while True:
        outcome = deliver(RecordingOutlet(now, instead=raising(TryLater(at))), replace(ROW, attempts=tries), Reply("hoi"), lambda: at)  # noqa: B023
        if isinstance(outcome, Ended):
            break
        at, tries = outcome.at, outcome.attempts
    assert outcome == Ended(DueState.NOT_SENT, Reason.LATE)
    assert tries < 10
