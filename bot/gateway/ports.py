"""What listening on Telegram needs from the services, so that a test can bring twins."""

from typing import Protocol

from bot.learners.models import Learner
from bot.messages import Address, Incoming


class Conversation(Protocol):
    """Handles what people say."""

    def accept(self, incoming: Incoming) -> bool:
        """Store a message; False when it came before or is one too many."""

    def work_off(self, address: Address) -> None:
        """Answer what waits from this address, in order."""

    def remark(self, address: Address, text: str) -> None:
        """Say a line that is no part of the conversation."""


class Identities(Protocol):
    """Finds learners."""

    def find(self, address: Address) -> Learner: ...
    def recognise(self, address: Address) -> Learner: ...


class Rights(Protocol):
    """Carries out what a person decides about being reached."""

    def blocked(self, address: Address) -> None: ...


class Keyboards(Protocol):
    """Buttons that people saw."""

    def close_keyboard(self, address: Address, message_id: int, new_text: str | None) -> None:
        """Take the buttons of a message away and show ``new_text``, if any, in place of its text; waits for a turn.

        Raises DeliveryError.
        """


class TelegramServices(Protocol):
    """The part of ``bot.bootstrap.Services`` that Telegram uses."""

    @property
    def conversation(self) -> Conversation: ...
    @property
    def identity(self) -> Identities: ...
    @property
    def rights(self) -> Rights: ...
    @property
    def telegram(self) -> Keyboards | None:
        """Return the way out to Telegram; None without a token."""
