"""A Telegram on which much goes wrong, that remembers only what arrived in which chat, and whom it told that they were blocked."""

import json
import random
import threading
import time
import urllib.parse
from collections import Counter
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

TOKEN = "4242:bench"  # noqa: S105  # opens nothing
TROUBLES = {"blocked": 0.01, "too_many": 0.005, "broken": 0.02, "drop": 0.01, "hang": 0.004}
"""Share of calls that go wrong in each way; half of those that get no answer do arrive."""
SILENT = ("drop", "hang")
SILENCE = 5.0
"""Seconds a call hangs; longer than anybody waits for it."""
_REFUSALS: dict[str, tuple[int, dict[str, object]]] = {
    "blocked": (403, {"description": "Forbidden: bot was blocked by the user"}),
    "too_many": (429, {"description": "Too Many Requests: retry after 1", "parameters": {"retry_after": 1}}),
    "broken": (500, {"description": "Internal Server Error"}),
}


Letter = tuple[int, str]
"""A chat and a text."""


class BadTelegram:
    """The server, started by ``with``. ``received`` counts what reached each chat, ``unanswered`` how much of it got no answer."""

    def __init__(self, seed: int, on_the_way: float = 0) -> None:
        """A call travels ``on_the_way`` seconds, and its answer as long."""
        self.received: Counter[Letter] = Counter()
        self.unanswered: Counter[Letter] = Counter()
        self.blocked: set[int] = set()
        self.troubles: Counter[str] = Counter()
        self.on_the_way = on_the_way
        self._random = random.Random(seed)  # noqa: S311  # repeatable, not secret
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), partial(_Handler, self))
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def take(self, letter: Letter) -> str | None:
        """Decide what happens to ``letter``, and count it when it arrives; return the trouble, None when all is well."""
        with self._lock:
            trouble = self._draw()
            if trouble:
                self.troubles[trouble] += 1
            if trouble == "blocked":
                self.blocked.add(letter[0])
            silent = trouble in SILENT
            if trouble is None or (silent and self._random.random() < 0.5):  # half
                self.received[letter] += 1
                self.unanswered[letter] += silent
            return trouble

    def _draw(self) -> str | None:
        lot = self._random.random()
        for trouble, share in TROUBLES.items():
            if lot < share:
                return trouble
            lot -= share
        return None


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that was killed is what this is about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, telegram: BadTelegram, *arguments: object) -> None:
        self._telegram = telegram
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        form = urllib.parse.parse_qs(body.decode())
        chat = int(form["chat_id"][0])
        time.sleep(self._telegram.on_the_way)
        trouble = self._telegram.take((chat, form["text"][0]))
        time.sleep(self._telegram.on_the_way)
        if trouble in SILENT:
            time.sleep(SILENCE if trouble == "hang" else 0)
            self.close_connection = True
            return
        well: tuple[int, dict[str, object]] = (200, {"result": _message(chat)})
        self._answer(*(_REFUSALS[trouble] if trouble else well))

    def _answer(self, status: int, content: dict[str, object]) -> None:
        answer = json.dumps({"ok": status == 200, "error_code": status} | content).encode()  # what HTTP calls well
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  # the name is the base class's
        """Nothing to tell."""


def _message(chat: int) -> dict[str, object]:
    return {"message_id": 1, "date": int(time.time()), "chat": {"id": chat, "type": "private"}, "text": "duwtje"}
