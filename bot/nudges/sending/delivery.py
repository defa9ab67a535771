"""Hands a message over and says, in one value, what that means for its due row."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.backoff import pause_after
from bot.clock import Clock
from bot.errors import OutcomeUnknown, RecipientGone, Refused, TryLater
from bot.messages import Reply
from bot.nudges.deciding.policy import LATE
from bot.nudges.models import DueNudge, DueState, Reason
from bot.nudges.ports import Outlet


@dataclass(frozen=True)
class Ended:
    """The row is finished."""

    state: DueState
    reason: Reason


@dataclass(frozen=True)
class Retry:
    """It certainly did not go out and may be tried again."""

    at: datetime
    attempts: int
    """Failed tries so far; waiting for a turn is none."""


def await_turn(outlet: Outlet, due: DueNudge, clock: Clock) -> Ended | Retry | None:
    """Return None when it is the row's turn, or what becomes of it without; it certainly did not go out by then."""
    return _trouble(partial(outlet.await_turn, due.learner_id), due, clock)


def deliver(outlet: Outlet, due: DueNudge, reply: Reply, clock: Clock) -> Ended | Retry:
    """Send ``reply``, whose turn it is; never raises a DeliveryError."""
    return _trouble(partial(outlet.send, due.learner_id, reply), due, clock) or Ended(DueState.SENT, Reason.ALLOWED)


def _trouble(act: Callable[[], None], due: DueNudge, clock: Clock) -> Ended | Retry | None:
    try:
        act()
    except TryLater as later:
        return _retry(due, later, clock())
    except RecipientGone:
        return Ended(DueState.NOT_SENT, Reason.BLOCKED)
    except Refused:
        return Ended(DueState.NOT_SENT, Reason.REFUSED)
    except OutcomeUnknown:
        return Ended(DueState.UNKNOWN, Reason.DELIVERY_UNCLEAR)
    return None


def _retry(due: DueNudge, later: TryLater, now: datetime) -> Ended | Retry:
    # No bound on tries: with ever longer pauses the moment is over after ten of them at most.
    attempts = due.attempts + later.tried
    at = max(later.retry_at, now + pause_after(attempts, LATE)) if later.tried else later.retry_at
    if at - due.due_at > LATE:
        return Ended(DueState.NOT_SENT, Reason.LATE)
    return Retry(at, attempts)
