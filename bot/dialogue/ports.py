"""What handling a conversation needs from a store, from Rasa and from the core services."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.conversation import Delivery, Message, Received, Said, Talk, Undelivered, Waiting
from bot.learners.models import Learner
from bot.learners.rights import Overview
from bot.learners.working import Work
from bot.messages import Address, Button, Outgoing, Reply
from bot.nudges.asking.answering import NudgeAnswer
from bot.nudges.asking.looking import NextNudge, OpenNudge, Why, WhyNot, WhyReminder
from bot.registers import Asked


class Inbox(Protocol):
    """What people sent, until it is answered. Times are moments; names are external ids that are unique over everything."""

    def knows(self, learner_id: str, external_name: str) -> bool:
        """Whether it came in before; others who take in something of this person wait until the transaction ends.

        Raises UnknownLearner.
        """

    def add(self, learner_id: str, external_name: str, received: Received, message_id: int | None, at: datetime) -> None: ...
    def next_for(self, learner_id: str, after_id: int, now: datetime) -> Waiting | None:
        """Return the oldest thing that waits and came after ``after_id``; a right or danger goes before what Rasa did not answer yet."""

    def learners_waiting(self, now: datetime) -> list[str]: ...
    def retry(self, inbox_id: int, at: datetime) -> None:
        """Leave it waiting until ``at``; counts as an attempt."""

    def finish(self, inbox_id: int, *, lost: bool = False) -> None: ...
    def finish_before(self, learner_id: str, inbox_id: int) -> None:
        """Answer nothing of what this person sent before ``inbox_id``."""


class Messages(Protocol):
    """Everything that was said."""

    def add_in(self, learner_id: str, text: str, at: datetime) -> int: ...
    def add_out(self, learner_id: str, reply: Reply, at: datetime, delivery: Delivery) -> Outgoing:
        """Store a message and its buttons, which get random ids; raises UnknownLearner."""

    def undelivered(self, learner_id: str) -> list[Undelivered]:
        """Return what is pending, oldest first."""

    def learners_undelivered(self, now: datetime) -> list[str]: ...
    def mark(self, message_id: int, delivery: Delivery) -> None: ...
    def retry(self, message_id: int, at: datetime, *, tried: bool) -> None:
        """Leave it undelivered until ``at``; ``tried`` counts as a try."""

    def remove(self, message_id: int) -> None: ...
    def history(self, learner_id: str, after_id: int) -> list[Message]: ...
    def latest(self, learner_id: str, count: int) -> list[Message]:
        """Return at most ``count`` messages, the newest, oldest first."""

    def replies_after(self, after: Mapping[str, int]) -> Mapping[str, Sequence[Message]]: ...
    def latest_out(self, learner_id: str, before_id: int | None) -> Said | None: ...
    def button(self, learner_id: str, choice_id: str, since: datetime) -> Button | None:
        """Return what a button means; None when it is not this person's or was made before ``since``."""


class Talks(Protocol):
    """Where each conversation stands."""

    def of(self, learner_id: str) -> Talk: ...
    def save(self, learner_id: str, talk: Talk) -> None: ...


class Addresses(Protocol):
    """Where people can be reached, and who they are."""

    def by_id(self, learner_id: str) -> Learner | None: ...
    def addresses(self, learner_id: str) -> list[Address]: ...


class DialogueWork(Protocol):
    """One transaction."""

    @property
    def learners(self) -> Addresses: ...
    @property
    def inbox(self) -> Inbox: ...
    @property
    def messages(self) -> Messages: ...
    @property
    def talks(self) -> Talks: ...


MESSAGE_ID = "message_id"
"""Names in the metadata for an engine what is asked; what has the same name is handled once (engine/patches/handled_once.py)."""

OpenDialogueWork = Callable[[], AbstractContextManager[DialogueWork]]


@dataclass(frozen=True)
class RasaReply:
    """One message of Rasa: something to say, or an effect that we have to carry out."""

    text: str = ""
    buttons: tuple[Button, ...] = ()
    effect: str | None = None


class Engine(Protocol):
    """Rasa, or something that stands in for it. All three may raise EngineUnavailable."""

    def say(self, key: str, text: str, metadata: Mapping[str, Any] | None = None) -> list[RasaReply]:
        """Hand over what a person typed in conversation ``key``; returns what comes back."""

    def trigger(self, key: str, payload: str, metadata: Mapping[str, Any] | None = None) -> list[RasaReply]:
        """Hand over a payload of our own, such as ``/start_conversation``; returns what comes back."""

    def health(self) -> bool: ...


class Locks(Protocol):
    """One thing at a time for each key."""

    def hold(self, key: str, *, wait: bool = True) -> AbstractContextManager[bool]:
        """Hold the lock of ``key``; without ``wait``, False at once when somebody else has it."""


class Identities(Protocol):
    """Finds learners."""

    def recognise(self, address: Address, tenant: str) -> Learner: ...
    def find(self, address: Address) -> Learner: ...


class Rights(Protocol):
    """Carries out what a person may always ask for."""

    def stop(self, learner_id: str) -> Learner: ...
    def has_reminders(self, learner_id: str) -> bool: ...
    def pause(self, learner_id: str, until: datetime | None = None) -> Learner: ...
    def hold(self, learner_id: str) -> Learner: ...
    def resume(self, learner_id: str) -> Learner: ...
    def overview(self, learner_id: str) -> Overview: ...
    def erase(self, learner_id: str) -> dict[str, int]: ...
    def blocked(self, address: Address) -> None: ...


class Profiles(Protocol):
    """Keeps how a person wants to be spoken to, and what they say about their work and where they live."""

    def ask_manner(self, learner_id: str, wanted: Asked) -> Learner: ...
    def heard_u(self, learner_id: str) -> Learner: ...
    def told_work(self, learner_id: str, work: Work) -> Learner: ...
    def forget_work(self, learner_id: str) -> Learner: ...
    def set_place(self, learner_id: str, place: str | None) -> Learner: ...


class Nudges(Protocol):
    """Nudges as far as a conversation touches them."""

    def send_now(self, learner_id: str) -> Reply | None: ...
    def answer(self, learner_id: str, due_id: int, index: int) -> NudgeAnswer: ...
    def why(self, learner_id: str) -> Why | WhyReminder | None: ...
    def why_not(self, learner_id: str) -> WhyNot | None: ...
    def next_for(self, learner_id: str) -> NextNudge | None: ...
    def open_nudge(self, learner_id: str) -> OpenNudge | None: ...
    def replan(self, learner_id: str) -> None:
        """Plan anew what waits: the person changed when nudges may come."""

    def takes_part(self, learner_id: str) -> bool | None:
        """Return whether they take part in the experiment; None when there is none for them."""

    def leave_experiment(self, learner_id: str) -> bool | None: ...
    def join_experiment(self, learner_id: str) -> bool | None: ...
