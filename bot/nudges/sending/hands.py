"""Several deliveries at once: a provider that is slow to answer holds up one hand and not the queue."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from types import TracebackType
from typing import Self

Task = Callable[[], str]
"""Does something and returns how it ended."""


class Hands:
    """Does tasks, ``count`` at a time and with at most that many waiting; with one it does each at once, in the caller's thread."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._stack = ExitStack()
        self._pool = self._stack.enter_context(ThreadPoolExecutor(count, "nudge")) if count > 1 else None
        self._busy: set[Future[str]] = set()
        self.ends: Counter[str] = Counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.close()
        self._collect(self._busy)

    def give(self, task: Task) -> None:
        """Do ``task``; waits while every hand is full and as many tasks wait. What a task raises is raised at the latest at the end."""
        if self._pool is None:
            self.ends[task()] += 1
            return
        self._busy.add(self._pool.submit(task))
        while len(self._busy) >= 2 * self._count:
            self._await(FIRST_COMPLETED)

    def wait(self, seconds: float) -> bool:
        """Return when every task ended, at the latest after ``seconds``: False, at once, when none was going on."""
        any_busy = bool(self._busy)
        self._await(ALL_COMPLETED, seconds)
        return any_busy

    def _await(self, enough: str, seconds: float | None = None) -> None:
        done, self._busy = wait(self._busy, seconds, return_when=enough)
        self._collect(done)

    def _collect(self, done: set[Future[str]]) -> None:
        self.ends.update(one.result() for one in done)
