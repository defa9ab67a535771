"""The HTTP side of the fake Telegram: the Bot API at ``/bot<token>/<method>``, the people at ``/control/<what they do>``."""

import json
import socket
import threading
import time
import urllib.parse
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

from tests.fakes.telegram_methods import METHODS
from tests.fakes.telegram_people import CONTROLS, People
from tests.fakes.telegram_state import ApiError, Call, Json, State, Trouble, plain
from tests.fakes.telegram_webhook import deliver_updates

TOKEN = "4242:een-token-voor-proeven"


class FakeTelegram(People):
    """The server, started by ``with``. ``url`` is what TELEGRAM_API_BASE should be."""

    def __init__(self, *, token: str = TOKEN, port: int = 0) -> None:
        super().__init__(State(token))
        self.token = token
        self._server = _Server(("127.0.0.1", port), partial(_Handler, self))
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        threading.Thread(target=deliver_updates, args=(self.state,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.state.close()
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is daily life here."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, telegram: FakeTelegram, connection: socket.socket, client: object, server: _Server) -> None:
        self._telegram = telegram
        super().__init__(connection, client, server)

    def do_GET(self) -> None:
        self.do_POST()

    def do_POST(self) -> None:
        address = urllib.parse.urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))) or address.query.encode()
        parameters = _parameters(body, self.headers.get("Content-Type", ""))
        _, first, name, *_ = [*address.path.split("/"), "", ""]
        if first == "control":
            self._control(name, parameters)
        else:
            self._call(first, name, parameters)

    def _control(self, name: str, parameters: Json) -> None:
        if name not in CONTROLS:
            return self._answer(404, {"error": f"choose one of {CONTROLS}"})
        try:
            return self._answer(200, {"result": plain(getattr(self._telegram, name)(**parameters))})
        except (AssertionError, TypeError, StopIteration) as error:
            return self._answer(400, {"error": str(error)})

    def _call(self, bot: str, method: str, parameters: Json) -> None:
        state = self._telegram.state
        started = time.monotonic()
        chat = int(parameters["chat_id"]) if "chat_id" in parameters else None
        trouble = state.next_trouble(method, chat)
        if trouble and trouble.kind in ("hang", "drop"):
            return self._do_not_answer(trouble, method, parameters, started)
        try:
            _check_token(state, bot)
            _raise_planned(trouble)
            status, answer = 200, {"ok": True, "result": _run(state, method, parameters)}
        except ApiError as error:
            status, answer = error.code, {"ok": False, "error_code": error.code, "description": error.description}
            if error.parameters:
                answer["parameters"] = error.parameters
        state.record(Call(method, parameters, started, status))
        return self._answer(status, answer)

    def _do_not_answer(self, trouble: Trouble, method: str, parameters: Json, started: float) -> None:
        state = self._telegram.state
        if trouble.arrives:
            _run(state, method, parameters)
        state.record(Call(method, parameters, started, 0))
        if trouble.kind == "hang":
            with state.changed:
                state.changed.wait_for(lambda: state.closed)
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def _answer(self, status: int, content: Json) -> None:
        # A gateway in front of Telegram answers with a page, not with JSON.
        body = b"<html>Bad Gateway</html>" if status == 502 else json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html" if status == 502 else "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  # the name is the base class's
        """Calls are in the state's own log."""


def _check_token(state: State, bot: str) -> None:
    if bot != f"bot{state.token}":
        raise ApiError(401, "Unauthorized")


def _run(state: State, method: str, parameters: Json) -> object:
    if method not in METHODS:
        raise ApiError(404, "Not Found")
    return METHODS[method](state, parameters)


def _raise_planned(trouble: Trouble | None) -> None:
    match trouble:
        case None:
            return
        case Trouble(kind="too_many", retry_after=seconds):
            raise ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        case Trouble(kind="blocked"):
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        case Trouble(kind="refused"):
            raise ApiError(400, "Bad Request: refused for the test")
        case Trouble(kind="broken"):
            raise ApiError(500, "Internal Server Error")
        case Trouble(kind="gateway"):
            raise ApiError(502, "Bad Gateway")
        case _:
            raise ValueError(trouble.kind)


_NESTED = ("allowed_updates", "commands", "reply_markup", "link_preview_options")


def _parameters(body: bytes, content_type: str) -> Json:
    # curl -d sends JSON without saying so.
    if content_type.startswith("application/json") or body.startswith(b"{"):
        return dict(json.loads(body or b"{}"))
    fields = dict(urllib.parse.parse_qsl(body.decode(), keep_blank_values=True))
    return {name: json.loads(value) if name in _NESTED else value for name, value in fields.items()}
