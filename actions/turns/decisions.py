"""What was decided about the latest messages. A form looks at a message and then an action answers it: both must see the same."""

from collections.abc import Callable
from threading import Lock

MOST = 100
"""Messages that are remembered: more than are under way at once."""


class Decisions[Decision]:
    """Decides once for each message. Actions run in threads of one process; elsewhere it is simply decided again."""

    def __init__(self) -> None:
        self._made: dict[str, Decision] = {}
        self._lock = Lock()

    def of(self, message: str | None, decide: Callable[[], Decision]) -> Decision:
        """Return what was decided about ``message``, an id that Rasa gave; without one it is decided now and not remembered."""
        with self._lock:
            if message in self._made:
                return self._made[message]
        decision = decide()
        with self._lock:
            if message:
                self._made[message] = decision
            while len(self._made) > MOST:
                del self._made[next(iter(self._made))]
        return decision
