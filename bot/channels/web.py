"""Speaking to open pages. They read the store, so a stored message is a delivered one."""

import threading
from collections import OrderedDict

from bot.messages import Address, Outgoing

MANY_ADDRESSES = 1000


class WebChannel:
    """Implements ``bot.messages.Channel``. Keeps in memory only what may not be stored, until the page fetches it."""

    reads_store = True

    def __init__(self) -> None:
        self._unstored: OrderedDict[Address, list[Outgoing]] = OrderedDict()
        self._lock = threading.Lock()

    def await_turn(self, address: Address, *, bulk: bool) -> None:
        """Nobody has to wait."""

    def send(self, address: Address, message: Outgoing) -> None:
        """Do nothing for a stored message; hold on to one that is stored nowhere (its id is 0)."""
        if message.id:
            return
        with self._lock:
            self._unstored.setdefault(address, []).append(message)
            while len(self._unstored) > MANY_ADDRESSES:
                self._unstored.popitem(last=False)

    def take_unstored(self, address: Address) -> list[Outgoing]:
        """Return what the page has to show and nobody keeps, once."""
        with self._lock:
            return self._unstored.pop(address, [])
