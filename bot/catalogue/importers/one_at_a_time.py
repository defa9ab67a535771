"""Lets one process at a time import a source, on one machine and on several; a process that dies leaves no lock behind."""

import fcntl
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from bot.errors import ImportGoingOn


class Locks(Protocol):
    """Locks by key that other machines see too."""

    def hold(self, key: str, *, wait: bool) -> AbstractContextManager[bool]:
        """Hold the lock of ``key``; without ``wait`` give False at once when somebody else has it."""


@contextmanager
def alone(folder: Path, name: str, locks: Locks | None = None) -> Iterator[None]:
    """Hold the lock of ``name`` for the block; raises ImportGoingOn when another process, or machine, has it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{quote(name, safe='')}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ImportGoingOn(name) from error
        with locks.hold(f"import {name}", wait=False) if locks else nullcontext(True) as held:
            if not held:
                raise ImportGoingOn(name)
            yield
