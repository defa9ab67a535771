"""What follows a row that ended: something else at its moment, or the next step. Pure, and the same for the time machine."""

from datetime import datetime

from bot.nudges.deciding.library import Library
from bot.nudges.deciding.planning import NextStep, next_step, replacement
from bot.nudges.models import DueNudge, Reason
from bot.nudges.situation import Situation

_REPLACEABLE = {Reason.SCRIPT_CHANGED, Reason.SCRIPT_ARCHIVED, Reason.NOT_ELIGIBLE, Reason.GOAL_REACHED}
"""The person may get something else at the same moment."""


def moment_left(due: DueNudge, reason: Reason) -> datetime | None:
    """Return the moment that is free for something else now that ``due`` ended for ``reason``."""
    return due.due_at if reason in _REPLACEABLE and not due.occasion.is_extra else None


def following(situation: Situation, library: Library, now: datetime, not_before: datetime | None, instead_at: datetime | None) -> NextStep:
    """Return what comes next: for ``instead_at`` another script is looked for first. ``not_before`` is what a refusal asked for."""
    other = replacement(situation, library, instead_at) if instead_at else None
    return other or next_step(situation, library, now, not_before)
