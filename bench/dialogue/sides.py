"""The two things that are compared, each as the command that serves it."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from bench.apart import resident_mb
from bench.crowd import SECRET
from bench.dialogue.load import CONVERSATION, say
from bench.dialogue.people import free_port, plain_environment
from bot.settings import ROOT

ENGINE = ROOT / "engine" / ".venv" / "bin" / "python"
HERE = Path(__file__).parent
STOCK = HERE / "stock"
FIRST_ANSWER_WITHIN = 1200.0
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Side:
    """How to serve an assistant."""

    name: str
    serve: Sequence[str]
    """What to run in the engine's environment."""
    arguments: Sequence[str]
    environment: Mapping[str, str]
    profile_to: Path | None = None
    """Where to write a profile of the messages."""

    def command(self, port: int) -> list[str]:
        """Return the command line."""
        arguments = [*self.arguments, "--port", str(port)] if self.arguments else []
        if self.profile_to is None:
            return [str(ENGINE), *self.serve, *arguments]
        kind = "stock" if self.arguments else "ours"
        return [str(ENGINE), str(HERE / "profiled.py"), str(self.profile_to), kind, *arguments]


def ours(home: Path, database: Path) -> Side:
    """Return our assistant, with the model in ``home``."""
    environment = {"DUWTJE_HOME": str(home), "DUWTJE_SECRET": SECRET, "RASA_DATABASE": f"sqlite:///{database}"}
    return Side("duwtje", ["engine/serve.py"], [], environment)


def stock(model: Path, database: Path) -> Side:
    """Return Rasa as it comes, with a model that was trained on the same content."""
    arguments = ["run", "--model", str(model), "--endpoints", str(STOCK / "endpoints.yml"), "--credentials", "credentials.yml"]
    environment = {"STOCK_DATABASE": str(database), "RASA_TELEMETRY_ENABLED": "false", "SQLALCHEMY_SILENCE_UBER_WARNING": "1"}
    return Side("stock Rasa", ["-m", "rasa"], arguments, environment)


@dataclass(frozen=True)
class Serving:
    """A running server."""

    port: int
    pid: int
    first_answer: float
    """Seconds from its start to its first answer."""

    def megabytes(self) -> float:
        """Memory that is resident now."""
        return resident_mb(self.pid)

    def processor_seconds(self) -> float:
        """What it has used until now."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS


@contextmanager
def serving(side: Side, actions_url: str, first: str, log: Path) -> Iterator[Serving]:
    """Start a side and have person ``first`` say the first thing; stops it at the end."""
    port = free_port()
    environment = {**plain_environment(), **side.environment, "RASA_PORT": str(port), "ACTIONS_URL": actions_url}
    started = time.perf_counter()
    with log.open("ab") as told:
        server = subprocess.Popen(side.command(port), cwd=ROOT, env=environment, stdout=told, stderr=told)
    try:
        _first_answer(port, first, server)
        yield Serving(port, server.pid, time.perf_counter() - started)
    finally:
        server.terminate()
        server.wait(60)


def _first_answer(port: int, key: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + FIRST_ANSWER_WITHIN
    while time.monotonic() < deadline and server.poll() is None:
        try:
            if say(HTTPConnection("127.0.0.1", port, timeout=60), key, CONVERSATION[0]):
                return
        except (OSError, RuntimeError):
            time.sleep(0.05)
    raise RuntimeError(f"no answer on port {port}")
