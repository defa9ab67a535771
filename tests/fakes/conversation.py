"""Hand-written twins of the services behind a door."""

import threading
from collections import defaultdict
from collections.abc import Callable

from bot.errors import UnknownLearner
from bot.learners.models import Learner
from bot.messages import Address, Channel, Choice, Incoming, Outgoing


class ConversationTwin:
    """Stores, refuses duplicates, and repeats what was said with a button below it."""

    def __init__(self, channel: Channel | None = None) -> None:
        self.accepted: list[Incoming] = []
        self.answered: list[Incoming] = []
        self.on_accept: Callable[[Incoming], object] = lambda incoming: None
        self.on_answer: Callable[[Incoming], object] = lambda incoming: None
        """Called before a message is stored or answered; may raise or wait."""
        self.remarks: list[tuple[Address, str]] = []
        self.channel = channel
        self._waiting: dict[Address, list[Incoming]] = defaultdict(list)
        self._lock = threading.Lock()

    def accept(self, incoming: Incoming) -> bool:
        self.on_accept(incoming)
        with self._lock:
            if any((one.address, one.external_id) == (incoming.address, incoming.external_id) for one in self.accepted):
                return False
            self.accepted.append(incoming)
            self._waiting[incoming.address].append(incoming)
            return True

    def remark(self, address: Address, text: str) -> None:
        self.remarks.append((address, text))
        if self.channel:
            self.channel.await_turn(address, bulk=False)
            self.channel.send(address, Outgoing(0, text))

    def work_off(self, address: Address) -> None:
        while self._waiting[address]:
            incoming = self._waiting[address][0]
            self.on_answer(incoming)
            if self.channel:
                number = len(self.answered) + 1
                reply = Outgoing(number, f"Je zei: {incoming.text or incoming.choice}", (Choice(f"keuze{number}", "Vertel meer"),))
                self.channel.send(address, reply)
            self.answered.append(incoming)
            self._waiting[address].pop(0)


class IdentityTwin:
    """Knows only whom it is told about."""

    def __init__(self, *known: Address) -> None:
        self.known = set(known)
        self.recognised: list[Address] = []

    def find(self, address: Address) -> Learner | None:
        if address not in self.known:
            raise UnknownLearner
        return None

    def recognise(self, address: Address) -> Learner | None:
        self.recognised.append(address)
        return None


class RightsTwin:
    """Remembers who blocked us."""

    def __init__(self) -> None:
        self.blocked_addresses: list[Address] = []

    def blocked(self, address: Address) -> None:
        self.blocked_addresses.append(address)


class ServicesTwin:
    """Stands in for ``bot.bootstrap.Services``."""

    def __init__(
        self,
        conversation: ConversationTwin,
        identity: IdentityTwin | None = None,
        rights: RightsTwin | None = None,
        telegram: object = None,
    ) -> None:
        self.conversation = conversation
        self.telegram = telegram
        self.identity = identity or IdentityTwin()
        self.rights = rights or RightsTwin()
