"""A plain Rasa widget, as small as can be: Engine.IO 4 and Socket.IO 5 over one web socket, written out by hand.

Using another implementation than the product's keeps the protocol honest.
"""

import itertools
import json
from collections import deque
from types import TracebackType
from typing import Any, Self

from websockets.sync.client import ClientConnection, connect

WAIT = 20.0
"""Seconds: long for a slow machine, never waited for on a good day."""


class Page:
    """One connected page. Use as a context manager."""

    def __init__(self, url: str, *, origin: str | None = None, tenant: str | None = None) -> None:
        query = "EIO=4&transport=websocket" + (f"&tenant={tenant}" if tenant else "")
        self._socket: ClientConnection = connect(f"{url.replace('http', 'ws')}/socket.io/?{query}", origin=origin, proxy=None)  # type: ignore[arg-type]
        assert self._frame().startswith("0")
        self._socket.send("40")
        self.welcome = self._frame()
        self._numbers = itertools.count()
        self._events: deque[tuple[str, Any]] = deque()
        self._receipts: dict[int, Any] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._socket.close()

    def emit(self, event: str, data: object) -> None:
        self._socket.send("42" + json.dumps([event, data]))

    def ask(self, event: str, data: object) -> Any:  # noqa: ANN401  # whatever was sent
        """Emit an event and return the receipt."""
        number = next(self._numbers)
        self._socket.send(f"42{number}" + json.dumps([event, data]))
        while number not in self._receipts:
            self._take()
        return self._receipts.pop(number)

    def event(self, name: str) -> Any:  # noqa: ANN401  # whatever was sent
        """Return the data of the next event with this name; other events keep waiting."""
        while True:
            for found, data in self._events:
                if found == name:
                    self._events.remove((found, data))
                    return data
            self._take()

    def hears_nothing(self, name: str, seconds: float) -> bool:
        """Whether no event with this name comes in for so long."""
        try:
            while True:
                self._take(seconds)
        except TimeoutError:
            return name not in [found for found, _ in self._events]

    def enter(self, session_id: str | None = None, **more: object) -> dict[str, Any]:
        """Ask for a session the way our widget does."""
        answer: dict[str, Any] = self.ask("session_request", {"session_id": session_id, "after": 0} | more)
        return answer

    def say(self, text: str, **more: object) -> dict[str, Any]:
        answer: dict[str, Any] = self.ask("user_uttered", {"message": text} | more)
        return answer

    def raw(self, frame: str) -> None:
        self._socket.send(frame)

    def _take(self, wait: float = WAIT) -> None:
        frame = self._frame(wait)
        if frame.startswith("42"):
            self._events.append(tuple(json.loads(frame[2:])))
        elif frame.startswith("43"):
            number, _, body = frame[2:].partition("[")
            content = json.loads("[" + body)
            self._receipts[int(number)] = content[0] if content else None

    def _frame(self, wait: float = WAIT) -> str:
        while True:
            frame = str(self._socket.recv(timeout=wait))
            if frame != "2":  # a ping
                return frame
            self._socket.send("3")
