"""A reminder that somebody asked for: once, at their moment, in their words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ReminderState(StrEnum):
    """Life of a reminder."""

    PLANNED = "planned"
    SAID = "said"
    """In the conversation, from where it is delivered like every reply."""
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Reminder:
    """Something a person asked to be reminded of, once."""

    id: int
    learner_id: str
    text: str
    """In the person's own words, without what we never store."""
    due_at: datetime
    """The moment they asked for, in UTC."""
    made_at: datetime
    state: ReminderState = ReminderState.PLANNED
    ended_at: datetime | None = None
    """When it was said or cancelled."""
