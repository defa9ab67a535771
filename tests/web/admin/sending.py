"""Puts rows in the delivery log."""

from datetime import datetime

from sqlalchemy import insert

from bot.nudges.models import DueState, Reason
from bot.store.tables.nudges import due_nudges
from bot.store.work import Store

ENDS = {DueState.SENT: Reason.ALLOWED, DueState.NOT_SENT: Reason.BLOCKED, DueState.UNKNOWN: Reason.DELIVERY_UNCLEAR}


def log_row(
    store: Store,
    learner_id: str,
    at: datetime,
    state: DueState = DueState.SENT,
    reason: Reason | None = None,
    *,
    script_id: str = "iets-kleins",
    answer: str | None = None,
) -> int:
    """Add a row that was due, and ended, at ``at``; return its number."""
    ended = at if state.is_end else None
    row = {
        "learner_id": learner_id,
        "script_id": script_id,
        "version": 1,
        "slot": f"{script_id} {at.isoformat()} {state}",
        "due_at": at,
        "wake_at": at,
        "state": state.value,
        "reason": reason.value if reason else (ENDS.get(state, Reason.CAP_WEEK).value if ended else None),
        "ended_at": ended,
        "answer": answer,
        "answered_at": at if answer else None,
    }
    with store.work() as work:
        number: int = work.connection.execute(insert(due_nudges).values(row)).inserted_primary_key[0]
        return number
