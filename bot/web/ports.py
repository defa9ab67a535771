"""What the web needs from the services, so that a test can bring twins."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from bot.learners.models import Learner
from bot.learners.tenants import Tenant
from bot.messages import Address, Choice, Incoming, Outgoing


class Message(Protocol):
    """A stored message of a conversation."""

    @property
    def id(self) -> int: ...
    @property
    def direction(self) -> str:
        """``in`` from the person, ``out`` to them."""
        ...

    @property
    def text(self) -> str: ...
    @property
    def choices(self) -> Sequence[Choice]: ...
    @property
    def at(self) -> datetime: ...


class Conversation(Protocol):
    """Handles what people say, and keeps what was said."""

    def accept(self, incoming: Incoming) -> bool: ...
    def work_off(self, address: Address) -> None: ...
    def recover(self) -> None:
        """Answer and deliver what was left; to be called at the start and every few seconds."""
        ...

    def history(self, learner_id: str, after_id: int = 0) -> Sequence[Message]: ...
    def latest(self, learner_id: str, count: int) -> Sequence[Message]:
        """Return what was said last, at most ``count`` messages, oldest first."""
        ...

    def replies_after(self, after: Mapping[str, int]) -> Mapping[str, Sequence[Message]]:
        """Return messages to people, per learner, with an id above the one given for that learner. One query."""
        ...


class Mailbox(Protocol):
    """Holds what may not be stored, such as the last words to somebody who erased everything."""

    def take_unstored(self, address: Address) -> Sequence[Outgoing]: ...


class Identities(Protocol):
    """Finds learners."""

    def find(self, address: Address) -> Learner: ...


class Rights(Protocol):
    """Hands out a person's own data."""

    def export(self, learner_id: str) -> dict[str, list[dict[str, Any]]]: ...


class Nudges(Protocol):
    """Lets people out of the experiment with choosing nudges, and back in."""

    def takes_part(self, learner_id: str) -> bool | None:
        """Return whether they take part; None when there is no experiment for them."""
        ...

    def leave_experiment(self, learner_id: str) -> bool | None: ...
    def join_experiment(self, learner_id: str) -> bool | None: ...


class TenantList(Protocol):
    """Knows the organisations."""

    def all(self) -> Sequence[Tenant]: ...


class WebServices(Protocol):
    """The part of ``bot.bootstrap.Services`` that pages and sockets use."""

    @property
    def conversation(self) -> Conversation: ...
    @property
    def mailbox(self) -> Mailbox: ...
    @property
    def identity(self) -> Identities: ...
    @property
    def rights(self) -> Rights: ...
    @property
    def nudges(self) -> Nudges: ...
    @property
    def tenants(self) -> TenantList: ...
    def is_alive(self, process: str) -> bool:
        """Whether any process of this kind wrote a sign of life within the last minute."""
        ...
