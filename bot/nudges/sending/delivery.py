"""Hands a message over and says, in one value, what that means for its due row."""

from dataclasses import dataclass
from datetime import datetime

from bot.backoff import pause_after
from bot.clock import Clock
from bot.errors import OutcomeUnknown, RecipientGone, Refused, TryLater
from bot.messages import Reply
from bot.nudges.deciding.policy import LATE
from bot.nudges.models import DueNudge, DueState, Reason
from bot.nudges.ports import Outlet

MOST_ATTEMPTS = 10
"""With the pauses in between an hour of trouble at least: shorter trouble loses no nudge."""


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


def deliver(outlet: Outlet, due: DueNudge, reply: Reply, clock: Clock) -> Ended | Retry:
    """Send ``reply``; never raises a DeliveryError."""
    try:
        outlet.send(due.learner_id, reply)
    except TryLater as later:
        return _retry(due, later, clock())
    except RecipientGone:
        return Ended(DueState.NOT_SENT, Reason.BLOCKED)
    except Refused:
        return Ended(DueState.NOT_SENT, Reason.REFUSED)
    except OutcomeUnknown:
        return Ended(DueState.UNKNOWN, Reason.DELIVERY_UNCLEAR)
    return Ended(DueState.SENT, Reason.ALLOWED)


def _retry(due: DueNudge, later: TryLater, now: datetime) -> Ended | Retry:
    attempts = due.attempts + later.tried
    at = max(later.retry_at, now + pause_after(attempts, LATE)) if later.tried else later.retry_at
    if at - due.due_at > LATE:
        return Ended(DueState.NOT_SENT, Reason.LATE)
    return Retry(at, attempts) if attempts < MOST_ATTEMPTS else Ended(DueState.NOT_SENT, Reason.FAILED)
