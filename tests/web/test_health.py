"""``/healthz`` is 200 only when every part answers."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from bot.settings import Settings
from tests.web.conftest import Serve
from tests.web.twins import TwinServices

Part = tuple[str, ThreadingHTTPServer]


@pytest.fixture
def part() -> Iterator[Callable[[str, str | None], str]]:
    """Starts a stand-in for Rasa or the action server that answers on one path."""
    servers: list[ThreadingHTTPServer] = []

    def start(path: str, token: str | None) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:  # the name that http.server calls
                asked = urlsplit(self.path)
                allowed = token is None or parse_qs(asked.query).get("token") == [token]
                self.send_response(200 if asked.path == path and allowed else 401)
                self.end_headers()

            def log_message(self, *_: object) -> None: ...

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def healthy(settings: Settings, part: Callable[[str, str | None], str]) -> Settings:
    addresses = {"rasa_url": part("/status", "a token"), "actions_url": part("/health", None)}
    return Settings(**json.loads(settings.model_dump_json(include={"port"})), DUWTJE_HOME=settings.home, RASA_TOKEN="a token", **addresses)


def asked(url: str) -> tuple[int, str, dict[str, str]]:
    answer = httpx.get(f"{url}/healthz", timeout=10)
    body = answer.json()
    return answer.status_code, body["status"], body["parts"]


ALL = {"database": "ok", "rasa": "ok", "actions": "ok", "scheduler": "ok", "web": "ok"}


def test_it_is_well_when_every_part_answers(services: TwinServices, healthy: Settings, serve: Serve) -> None:
    assert asked(serve(services, healthy).url) == (200, "ok", ALL)


def test_it_names_a_scheduler_that_shows_no_life(services: TwinServices, healthy: Settings, serve: Serve) -> None:
    services.alive.clear()
    assert asked(serve(services, healthy).url) == (503, "down", ALL | {"scheduler": "down"})


def test_it_names_rasa_when_nobody_listens(services: TwinServices, healthy: Settings, serve: Serve) -> None:
    site = serve(services, healthy.model_copy(update={"rasa_url": "http://127.0.0.1:9"}))
    assert asked(site.url) == (503, "down", ALL | {"rasa": "down"})


def test_it_names_actions_that_answer_with_an_error(services: TwinServices, healthy: Settings, serve: Serve) -> None:
    site = serve(services, healthy.model_copy(update={"actions_url": healthy.rasa_url}))
    assert asked(site.url) == (503, "down", ALL | {"actions": "down"})


def test_it_names_a_database_that_is_away(services: TwinServices, healthy: Settings, serve: Serve) -> None:
    site = serve(services, healthy)
    services.tenants.broken = True
    assert asked(site.url) == (503, "down", ALL | {"database": "down"})
