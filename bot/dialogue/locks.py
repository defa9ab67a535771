"""One thing at a time for each person, many persons at once."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from bot.dialogue.ports import Locks


class PersonalLocks:
    """Locks by key for the threads of this process and, with ``across``, against other processes too."""

    def __init__(self, across: Locks | None = None) -> None:
        self._across = across
        self._locks: dict[str, threading.Lock] = {}
        self._users: Counter[str] = Counter()
        self._guard = threading.Lock()

    @contextmanager
    def hold(self, key: str, *, wait: bool = True) -> Iterator[bool]:
        """Hold the lock of ``key``; without ``wait`` yield False at once when somebody else has it."""
        with self._here(key, wait=wait) as held:
            # Asked only by whoever is first here, so that a process has one connection for each person who is being answered.
            if held and self._across:
                with self._across.hold(key, wait=wait) as held_everywhere:
                    yield held_everywhere
            else:
                yield held

    @contextmanager
    def _here(self, key: str, *, wait: bool) -> Iterator[bool]:
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
