"""A reminder that somebody asked for: at their moment, in their words, once or in a rhythm."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.language.when.rhythm import Rhythm


class ReminderState(StrEnum):
    """Life of a reminder."""

    PLANNED = "planned"
    SAID = "said"
    """In the conversation, from where it is delivered like every reply."""
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Reminder:
    """Something a person asked to be reminded of, at one moment. When it was said, one in a rhythm is followed by the next."""

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
    rhythm: Rhythm | None = None
    """How often it comes back; None for once."""
