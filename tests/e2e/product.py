"""The whole product with real processes, started the way an operator starts it."""

import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.ports import free_port

ROOT = Path(__file__).parents[2]
START_WITHIN = 120.0
_STARTED = re.compile(r"^(\w+)\s*\| started \(pid (\d+)\)")


class Product:
    """A running ``python -m bot run``: what it printed, and the processes under it."""

    def __init__(self, process: "subprocess.Popen[str]", port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.lines: list[str] = []
        self._process = process
        self._pids: dict[str, list[int]] = {}
        self._news: queue.SimpleQueue[None] = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    def kill(self, name: str) -> None:
        """kill -9 the newest process called ``name``."""
        os.kill(self._pids[name][-1], signal.SIGKILL)

    def restarts(self, name: str) -> int:
        """How often the process was started again."""
        return len(self._pids.get(name, [])) - 1

    def await_healthy(self) -> None:
        """Wait until every part answers."""
        self._until(self._healthy, "every part healthy")

    def await_restart(self, name: str, restarts: int) -> None:
        """Wait until the process was started again ``restarts`` times."""
        self._until(lambda: self.restarts(name) >= restarts, f"{name} restarted")

    def await_line(self, part: str) -> str:
        """Wait for a printed line that contains ``part``."""
        self._until(lambda: any(part in line for line in list(self.lines)), f"a line with {part!r}")
        return next(line for line in self.lines if part in line)

    def pids(self) -> list[int]:
        """Every process ever started."""
        return [pid for pids in self._pids.values() for pid in pids]

    def interrupt(self) -> int:
        """Press Ctrl-C and return the exit status."""
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(30)

    def end(self) -> None:
        """Make sure that nothing is left running."""
        if self._process.poll() is None:
            self._process.terminate()
            self._process.wait(30)

    def _healthy(self) -> bool:
        try:
            return httpx.get(f"{self.url}/healthz", timeout=5).is_success
        except httpx.HTTPError:
            return False

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.lines.append(line.rstrip())
            match = _STARTED.match(line)
            if match:
                self._pids.setdefault(match[1], []).append(int(match[2]))
            self._news.put(None)

    def _until(self, holds: Callable[[], bool], wanted: str) -> None:
        deadline = time.monotonic() + START_WITHIN
        while not holds():
            assert time.monotonic() < deadline, f"not within {START_WITHIN} s: {wanted}\n" + "\n".join(self.lines[-60:])
            try:
                self._news.get(timeout=0.2)
            except queue.Empty:
                continue


@contextmanager
def running_product(home: Path, **environment: str) -> Iterator[Product]:
    """Start the product with its state in ``home`` and the model that ``make train`` made."""
    home.mkdir(exist_ok=True)
    for made in ("models", "spacy"):
        if not (home / made).exists():
            (home / made).symlink_to(Path(os.environ.get("DUWTJE_HOME", ROOT / ".duwtje")) / made)
    port = free_port()
    # Products of other versions on this machine may not say which ports they took before they listen.
    inside = {"RASA_URL": f"http://127.0.0.1:{free_port()}", "ACTIONS_URL": f"http://127.0.0.1:{free_port()}"}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        cwd=ROOT,
        env={**clean_environment(), "DUWTJE_HOME": str(home), "PORT": str(port), "TICK_SECONDS": "0.5", **inside, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    product = Product(process, port)
    try:
        product.await_healthy()
        yield product
    finally:
        product.end()


def command(home: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run ``python -m bot …`` against the same state and return what it printed."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        env={**clean_environment(), "DUWTJE_HOME": str(home), **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def clean_environment() -> dict[str, str]:
    """The environment without settings of the machine the tests run on."""
    ours = ("DATABASE_URL", "RASA_", "ACTIONS_", "TELEGRAM_", "PUBLIC_URL", "DUWTJE_SECRET", "PORT", "HOST")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}
