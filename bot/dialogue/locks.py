"""One thing at a time for each person, many persons at once."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager


class PersonalLocks:
    """Locks by key, for the threads of one process. One process handles conversations."""

    def __init__(self) -> None:
        self._locks: dict[str, threading.Lock] = {}
        self._users: Counter[str] = Counter()
        self._guard = threading.Lock()

    @contextmanager
    def hold(self, key: str, *, wait: bool = True) -> Iterator[bool]:
        """Hold the lock of ``key``; without ``wait`` yield False at once when somebody else has it."""
        with self._guard:
            lock = self._locks.setdefault(key, threading.Lock())
            self._users[key] += 1
        held = lock.acquire(blocking=wait)
        try:
            yield held
        finally:
            if held:
                lock.release()
            self._leave(key)

    def _leave(self, key: str) -> None:
        with self._guard:
            self._users[key] -= 1
            if not self._users[key]:
                del self._users[key], self._locks[key]
