"""What is kept of a conversation, as values that the store and the dialogue share."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.messages import Button, Choice, Outgoing

REMINDER = "reminder"
"""Told to Rasa's actions as ``open_nudge`` where what is typed answers a reminder."""
HUMAN = "human"
"""Told as ``after`` where what is typed follows on how to reach a human."""
RIGHTS = "rights"
"""The same where it follows on something else that the product said of itself, with a right on its buttons."""


class Direction(StrEnum):
    """Who said it."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True)
class Message:
    """A stored message. ``id`` grows within a conversation."""

    id: int
    direction: Direction
    text: str
    at: datetime
    choices: tuple[Choice, ...] = ()


class Kind(StrEnum):
    """What somebody sent us."""

    START = "start"
    """They came in, without saying anything."""
    TEXT = "text"
    CHOICE = "choice"
    """They pressed a button of ours."""
    UNKNOWN_CHOICE = "unknown_choice"
    """They pressed a button that is not theirs, or too old."""
    EMPTY = "empty"
    """Nothing readable was in it."""
    RIGHT = "right"
    TROUBLE = "trouble"
    """Somebody may be in danger or in trouble. Their words are never stored."""


URGENT = frozenset({Kind.RIGHT, Kind.TROUBLE})
"""What must be answered whoever is away: rights, and people in danger."""


@dataclass(frozen=True)
class Received:
    """Something somebody sent, before it is stored."""

    kind: Kind
    text: str | None = None
    """What they typed, or read on the button they pressed."""
    payload: str | None = None
    """What the button means, the name of the right, or the sign of trouble: ``crisis:pl``."""


@dataclass(frozen=True)
class Waiting:
    """Something somebody sent that was not answered yet."""

    id: int
    kind: Kind
    received_at: datetime
    text: str | None = None
    payload: str | None = None
    message_id: int | None = None
    """The stored message it belongs to, when it has one."""
    attempts: int = 0
    """How often answering was tried in vain."""


class Delivery(StrEnum):
    """How far a message to somebody got."""

    PENDING = "pending"
    """To be delivered, and tried again until it is."""
    HANDED = "handed"
    """Somebody else sees to its delivery: a nudge, which is never tried twice when in doubt."""
    DELIVERED = "delivered"
    FAILED = "failed"


@dataclass(frozen=True)
class Undelivered:
    """A message that still has to be delivered."""

    message: Outgoing
    said_at: datetime
    attempts: int
    """How often it was tried in vain; waiting for a turn is no try."""
    retry_at: datetime | None


@dataclass(frozen=True)
class Said:
    """The latest message to somebody, with what its buttons mean."""

    text: str
    buttons: tuple[Button, ...]
    id: int = 0
    """Of the stored message."""


@dataclass(frozen=True)
class Talk:
    """Where a conversation stands."""

    welcomed: bool = False
    leave_form: bool = False
    """Rasa has to drop what it was asking before it hears anything else."""
    erase_asked_at: datetime | None = None
    """When we asked whether everything may really be erased."""
    told_engine_is_down: bool = False
