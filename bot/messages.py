"""The messages that go in and out, the same for every channel."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.values import value


@value
class Address:
    """Where a person can be reached: a channel and that channel's own id."""

    channel: str
    value: str

    def __str__(self) -> str:
        return f"{self.channel}:{self.value}"

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Read ``channel:id``; raises ValueError when either half is missing."""
        channel, separator, value = text.partition(":")
        if not (channel and separator and value):
            raise ValueError(text)
        return cls(channel, value)


@dataclass(frozen=True)
class Incoming:
    """What a person sent. Exactly one of ``text`` and ``choice`` is set."""

    address: Address
    external_id: str
    """The channel's own id of this message; the same id is handled once."""
    received_at: datetime
    text: str | None = None
    choice: str | None = None
    """Id of a pressed button, as we handed it out."""
    tenant: str = "demo"


@value
class Button:
    """A choice under a message: what people read and what it means to us (never sent to a channel)."""

    title: str
    payload: str


@value
class Reply:
    """A message to a person, before it is stored."""

    text: str
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True)
class Choice:
    """A button as a channel shows it."""

    id: str
    title: str


@dataclass(frozen=True)
class Outgoing:
    """A stored message, ready for a channel. ``id`` grows within a conversation."""

    id: int
    text: str
    choices: Sequence[Choice] = ()
    bulk: bool = False
    """Not an answer to anybody: may wait for what is."""


class Channel(Protocol):
    """One way to reach people."""

    @property
    def reads_store(self) -> bool:
        """Whether people read the store itself here, so that a stored message has arrived."""

    def await_turn(self, address: Address, *, bulk: bool) -> None:
        """Return when a message may be sent to ``address``, which is the next thing to do; nothing leaves before that.

        ``bulk`` as in ``Outgoing``. Raises TryLater when it takes too long, and Refused for an address that is none.
        """

    def send(self, address: Address, message: Outgoing) -> None:
        """Deliver ``message``, whose turn it is; returns only when it arrived.

        Raises TryLater, Refused, RecipientGone or OutcomeUnknown.
        """
