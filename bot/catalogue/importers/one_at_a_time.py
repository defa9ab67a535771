"""Lets one process at a time import a source; a process that dies leaves no lock behind."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import ImportGoingOn


@contextmanager
def alone(folder: Path, name: str) -> Iterator[None]:
    """Hold the lock of ``name`` for the block; raises ImportGoingOn when another process has it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{name}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ImportGoingOn(name) from error
        yield
