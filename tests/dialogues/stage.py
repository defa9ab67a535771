"""The real engine and the real actions, beside a database of their own."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from pydantic import SecretStr

from bot.bootstrap import Services
from bot.settings import Settings
from bot.store.engine import make_engine
from bot.store.migrate import migrate
from tests.e2e.product import clean_environment, free_port

ROOT = Path(__file__).parents[2]
READY_WITHIN = 120.0
SECRET, TOKEN = "a secret for tests", "a token for tests"
ENGINE = ROOT / "engine" / ".venv" / "bin" / "python"


class Stage:
    """Services to look at, and the address where Rasa listens."""

    def __init__(self, services: Services, rasa: str) -> None:
        self.services = services
        self.rasa = httpx.Client(base_url=rasa, timeout=30, trust_env=False)


@contextmanager
def stage(home: Path) -> Iterator[Stage]:
    """Start action server and Rasa with the model that ``make train`` made; everything else lives in ``home``."""
    settings = Settings(DUWTJE_HOME=home, DUWTJE_SECRET=SecretStr(SECRET))  # type: ignore[call-arg]
    engine = make_engine(settings.store_url)
    migrate(engine)
    engine.dispose()
    services = Services(settings)
    services.imports.demo()
    actions, rasa = free_port(), free_port()
    environment = {**clean_environment(), "DUWTJE_SECRET": SECRET}
    hands = {"DUWTJE_HOME": str(home), "ACTIONS_PORT": str(actions)}
    head = {"RASA_PORT": str(rasa), "ACTIONS_URL": f"http://127.0.0.1:{actions}", "RASA_DATABASE": f"sqlite:///{home / 'rasa.db'}"}
    processes = [
        _start(home, [sys.executable, "-m", "actions"], {**environment, **hands}),
        _start(home, [str(ENGINE), "engine/serve.py"], {**environment, **head, "RASA_TOKEN": TOKEN}),
    ]
    try:
        for port, path in ((actions, "/health"), (rasa, "/")):
            _await(f"http://127.0.0.1:{port}{path}", processes, home)
        status = httpx.get(f"http://127.0.0.1:{rasa}/status", params={"token": TOKEN}, trust_env=False).json()
        assert status.get("model_file"), f"the model does not fit this code; make train\n{_log(home)}"
        yield Stage(services, f"http://127.0.0.1:{rasa}")
    finally:
        for process in processes:
            process.terminate()
            process.wait(30)


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
