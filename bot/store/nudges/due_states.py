"""Conditions on the state of due rows."""

from sqlalchemy import ColumnElement

from bot.nudges.models import DueState, Reason
from bot.store.tables.nudges import due_nudges

IS_OPEN = due_nudges.c.ended_at.is_(None)
"""Something may still happen with the row: every change to an end state notes when."""


def in_state(*states: DueState) -> ColumnElement[bool]:
    """The row is in one of ``states``."""
    if len(states) == 1:
        return due_nudges.c.state == states[0].value  # unlike IN, fit for many sets of parameters
    return due_nudges.c.state.in_([state.value for state in states])


def held_by(owner: str | None) -> ColumnElement[bool]:
    """The row may be ended by ``owner``; None stands for nobody, who may end what is only planned."""
    if owner is None:
        return in_state(DueState.PLANNED)
    # Whoever sent a row may still say how it ended after the lease ran out and the row was called unknown.
    lost = in_state(DueState.UNKNOWN) & (due_nudges.c.reason == Reason.LEASE_LOST.value)
    return (due_nudges.c.owner == owner) & (in_state(DueState.CLAIMED, DueState.SENDING) | lost)
