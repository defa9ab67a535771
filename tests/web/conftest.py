"""A real web server on a free port, with twins behind it."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser
from starlette.applications import Starlette

from bot.settings import Settings
from bot.web.app import create_app
from bot.web.socket.server import MAX_FRAME
from tests.browser import chromium
from tests.ports import free_port
from tests.web.twins import TwinServices


class Server:
    """Serves an application in a thread until ``stop``."""

    def __init__(self, app: Starlette, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._app = app
        config = uvicorn.Config(app, port=port, log_config=None, ws_max_size=MAX_FRAME, timeout_graceful_shutdown=1)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        while not self._server.started:
            self._thread.join(0.01)
            assert self._thread.is_alive(), "the server did not start"

    def await_open_pages(self, number: int) -> None:
        """Return when the server has noticed who came and who left: closing a socket here is not yet leaving there."""
        deadline = time.monotonic() + 30
        while (now := self._app.state.chat.open_pages) != number:
            self._thread.join(0.01)
            assert time.monotonic() < deadline, f"{now} pages open, not {number}"

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(30)


@pytest.fixture
def services() -> TwinServices:
    return TwinServices()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    nobody = "http://127.0.0.1:9"
    return Settings(DUWTJE_HOME=tmp_path, DUWTJE_SECRET="a secret for tests", port=free_port(), rasa_url=nobody, actions_url=nobody)


Serve = Callable[[TwinServices, Settings], Server]


@pytest.fixture
def serve() -> Iterator[Serve]:
    servers: list[Server] = []

    def start(services: TwinServices, settings: Settings) -> Server:
        servers.append(Server(create_app(services, settings), settings.port))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def site(services: TwinServices, settings: Settings, serve: Serve) -> Server:
    return serve(services, settings)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium for one file of tests: while it runs, no other event loop can."""
    with chromium() as running:
        yield running
