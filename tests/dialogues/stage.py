"""The real engine and the real actions, beside a database of their own."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import httpx
from pydantic import SecretStr

from bot.bootstrap import Services
from bot.channels.memory import MemoryChannel
from bot.clock import system_clock
from bot.settings import Settings
from bot.store.database.engine import make_engine
from bot.store.database.migrate import migrate
from tests.e2e.product import clean_environment
from tests.ports import free_port

ROOT = Path(__file__).parents[2]
READY_WITHIN = 120.0
SECRET, TOKEN = "a secret for tests", "a token for tests"
ENGINE = ROOT / "engine" / ".venv" / "bin" / "python"


class Ahead:
    """The time of this machine, or some hours later."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        return system_clock() + self._ahead

    @contextmanager
    def by(self, ahead: timedelta) -> Iterator[None]:
        """Be ``ahead`` of the machine for a while."""
        self._ahead = ahead
        try:
            yield
        finally:
            self._ahead = timedelta()


class Stage:
    """Services to look at, the folder where all is kept, the address where Rasa listens, and the channel called ``memory``."""

    def __init__(
        self,
        services: Services,
        home: Path,
        clock: "Ahead",
        channel: MemoryChannel,
        rasa: str,
        start_rasa: "Callable[[], subprocess.Popen[bytes]]",
    ) -> None:
        self.services = services
        self.home = home
        self.clock = clock
        self.channel = channel
        self.rasa = httpx.Client(base_url=rasa, timeout=30, trust_env=False)
        self._start_rasa = start_rasa
        self._process = start_rasa()

    @contextmanager
    def without_rasa(self) -> Iterator[None]:
        """kill -9 Rasa, and start it again afterwards."""
        self._process.kill()
        self._process.wait(30)
        try:
            yield
        finally:
            self._process = self._start_rasa()

    def end(self) -> None:
        """Stop Rasa."""
        self._process.terminate()
        self._process.wait(30)


@contextmanager
def stage(home: Path) -> Iterator[Stage]:
    """Start action server and Rasa with the model that ``make train`` made; everything else lives in ``home``."""
    actions, rasa = free_port(), free_port()
    address = f"http://127.0.0.1:{rasa}"
    settings = Settings(DUWTJE_HOME=home, DUWTJE_SECRET=SecretStr(SECRET), rasa_url=address, rasa_token=SecretStr(TOKEN))  # type: ignore[call-arg]
    engine = make_engine(settings.store_url)
    migrate(engine)
    engine.dispose()
    channel = MemoryChannel()
    clock = Ahead()
    services = Services(settings, clock, channels={"memory": channel})
    services.demo_catalogue.load()
    services.scripts.seed()
    environment = {**clean_environment(), "DUWTJE_SECRET": SECRET}
    hands = {"DUWTJE_HOME": str(home), "ACTIONS_PORT": str(actions)}
    head = {"RASA_PORT": str(rasa), "ACTIONS_URL": f"http://127.0.0.1:{actions}", "RASA_DATABASE": f"sqlite:///{home / 'rasa.db'}"}

    def start_rasa() -> "subprocess.Popen[bytes]":
        process = _start(home, [str(ENGINE), "engine/serve.py"], {**environment, **head, "RASA_TOKEN": TOKEN})
        _await(f"{address}/", [process, hands_process], home)
        status = httpx.get(f"{address}/status", params={"token": TOKEN}, trust_env=False).json()
        assert status.get("model_file"), f"the model does not fit this code; make train\n{_log(home)}"
        return process

    hands_process = _start(home, [sys.executable, "-m", "actions"], {**environment, **hands})
    try:
        _await(f"http://127.0.0.1:{actions}/health", [hands_process], home)
        running = Stage(services, home, clock, channel, address, start_rasa)
        try:
            yield running
        finally:
            running.end()
    finally:
        hands_process.terminate()
        hands_process.wait(30)


def _start(home: Path, command: list[str], environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    log = (home / "processes.log").open("ab")
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)


def _await(url: str, processes: "list[subprocess.Popen[bytes]]", home: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while not _answers(url):
        alive = all(process.poll() is None for process in processes)
        assert alive, f"a process ended; is there a model? (make train)\n{_log(home)}"
        assert time.monotonic() < deadline, url


def _log(home: Path) -> str:
    return (home / "processes.log").read_text()[-3000:]


def _answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=1, trust_env=False).is_success
    except httpx.HTTPError:
        return False
