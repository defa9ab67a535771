"""A channel that keeps what it delivers: for tests, demonstrations and the terminal."""

from collections import defaultdict
from collections.abc import Iterable

from bot.errors import DeliveryError
from bot.messages import Address, Outgoing


class MemoryChannel:
    """Implements ``bot.messages.Channel``. ``trouble`` makes the next deliveries fail, one error each."""

    reads_store = False

    def __init__(self, trouble: Iterable[DeliveryError | None] = ()) -> None:
        self.trouble = iter(trouble)
        self._delivered: dict[Address, list[Outgoing]] = defaultdict(list)

    def await_turn(self, address: Address, *, bulk: bool) -> None:
        """Nobody has to wait."""

    def send(self, address: Address, message: Outgoing) -> None:
        """Keep the message, or raise the next error of ``trouble``."""
        error = next(self.trouble, None)
        if error is not None:
            raise error
        self._delivered[address].append(message)

    def delivered(self, address: Address) -> list[Outgoing]:
        """Return everything that arrived at ``address``, oldest first."""
        return list(self._delivered[address])

    def take(self, address: Address) -> list[Outgoing]:
        """Return what arrived since the last time."""
        return self._delivered.pop(address, [])
