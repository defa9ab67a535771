"""Ports that one product keeps for itself, also before anything of it listens there."""

import socket
from contextlib import ExitStack
from types import TracebackType
from typing import Self

from bot.run.preflight import PortBusy, is_free

_TRIES = 1_000
_LOWEST = 5_000
"""Where to begin when no port is preferred."""


class Ports:
    """Takes ports for as long as ``with`` lasts, or the process lives.

    Rasa listens half a minute after its port was chosen, and until then another product would find it free. What is taken is the same
    number for UDP, which nobody uses here: the system gives it to one of those who ask, and takes it back from the dead.
    """

    def __init__(self) -> None:
        self._taken = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._taken.close()

    def take(self, host: str, preferred: int | None) -> int:
        """Return ``preferred``, or the next port where nobody listens and that nobody took; raises PortBusy when there is none."""
        first = preferred or _LOWEST
        for port in range(first, min(first + _TRIES, 2**16)):
            if is_free(host, port) and self._is_ours(host, port):
                return port
        raise PortBusy(str(first))

    def _is_ours(self, host: str, port: int) -> bool:
        mark = socket.socket(type=socket.SOCK_DGRAM)
        try:
            mark.bind((host, port))
        except OSError:
            mark.close()
            return False
        self._taken.enter_context(mark)
        return True
