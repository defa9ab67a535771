"""Everything both sides share: a database with demo content, one action server, and people who exist."""

import itertools
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from pydantic import SecretStr

from bench.crowd import SECRET
from bot.bootstrap import Services
from bot.messages import Address
from bot.settings import ROOT, Settings
from bot.store.database.engine import make_engine
from bot.store.database.migrate import migrate

READY_WITHIN = 120.0


class People:
    """Makes people, and knows where the action server listens."""

    def __init__(self, services: Services, actions_url: str) -> None:
        self.actions_url = actions_url
        self._services = services
        self._numbers = itertools.count()

    def more(self, number: int) -> list[str]:
        """Return the conversation keys of ``number`` new people."""
        addresses = [Address("bench", f"p{next(self._numbers)}") for _ in range(number)]
        return [self._services.identity.recognise(address).conversation_key for address in addresses]


@contextmanager
def everybody(home: Path) -> Iterator[People]:
    """Start the action server on a fresh database in ``home``."""
    settings = Settings(DUWTJE_HOME=home, DUWTJE_SECRET=SecretStr(SECRET))
    engine = make_engine(settings.store_url)
    migrate(engine)
    engine.dispose()
    services = Services(settings)
    services.demo_catalogue.load()
    port = free_port()
    environment = {**plain_environment(), "DUWTJE_HOME": str(home), "DUWTJE_SECRET": SECRET, "ACTIONS_PORT": str(port)}
    server = subprocess.Popen([sys.executable, "-m", "actions"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        wait_for(port, "/health", server)
        yield People(services, f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait(30)


def free_port() -> int:
    """Return a port where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def plain_environment() -> dict[str, str]:
    """Return the environment without settings of this installation."""
    ours = ("DATABASE_URL", "RASA_", "ACTIONS_", "TELEGRAM_", "DUWTJE_", "NL_SPACY_MODEL")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}


def wait_for(port: int, path: str, process: "subprocess.Popen[bytes]") -> None:
    """Wait until something answers at ``path``; raises RuntimeError when the process ends or takes too long."""
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=2)
            connection.request("GET", path)
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"nothing answers on port {port}")
