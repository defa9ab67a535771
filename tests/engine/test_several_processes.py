"""Two Rasa processes on one PostgreSQL database: six messages at once in each of thirty conversations, and nothing gets lost."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from sqlalchemy import create_engine, text

from tests.e2e.product import clean_environment
from tests.engine.conftest import ENGINE, ROOT
from tests.ports import free_port

pytestmark = [pytest.mark.engine, pytest.mark.postgres, pytest.mark.timeout(300)]

CONVERSATIONS, AT_ONCE = 30, 6
START_WITHIN = 120.0
MESSAGE = "/export_data"
"""Understood without the action server."""


class Pair:
    """A server of two processes."""

    def __init__(self, url: str, parent: "subprocess.Popen[bytes]", database: str) -> None:
        self.url = url
        self.parent = parent
        self.database = database

    def say(self, key: str) -> int:
        # A connection of its own for each message: which of the two takes it is up to chance.
        body = {"sender": key, "message": MESSAGE}
        return len(httpx.post(f"{self.url}/webhooks/rest/webhook", json=body, timeout=60, trust_env=False).raise_for_status().json())

    def stored(self, kind: str) -> int:
        engine = create_engine(self.database)
        with engine.connect() as connection:
            number = connection.scalar(text("SELECT count(*) FROM events WHERE type_name = :kind"), {"kind": kind})
        engine.dispose()
        return number or 0

    def shown(self) -> set[str | None]:
        """Return what can be read of what was understood and done."""
        engine = create_engine(self.database)
        with engine.connect() as connection:
            rows = connection.execute(text("SELECT intent_name, action_name, substr(data, 1, 2) FROM events"))
            seen = {value for row in rows for value in row}
        engine.dispose()
        return seen

    def children(self) -> list[int]:
        listed = Path(f"/proc/{self.parent.pid}/task/{self.parent.pid}/children").read_text()
        return sorted(map(int, listed.split()))

    def until(self, holds: Callable[[], bool]) -> None:
        deadline = time.monotonic() + START_WITHIN
        while not holds():
            assert time.monotonic() < deadline
            assert self.parent.poll() is None
            time.sleep(0.1)

    def answers(self) -> bool:
        try:
            return httpx.get(self.url, timeout=2, trust_env=False).is_success
        except httpx.HTTPError:
            return False


@pytest.fixture(scope="module")
def pair(trained_home: Path, module_database: Callable[[], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    database, port = module_database(), free_port()
    environment = {
        **clean_environment(),
        "DUWTJE_HOME": str(trained_home),
        "DUWTJE_SECRET": "a secret for tests",
        "RASA_PORT": str(port),
        "RASA_PROCESSES": "2",
        "RASA_DATABASE": database.replace("+psycopg", ""),
    }
    log = (tmp_path_factory.mktemp("several") / "log").open("wb")
    parent = subprocess.Popen([ENGINE, "engine/serve.py"], cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
    pair = Pair(f"http://127.0.0.1:{port}", parent, database)
    try:
        pair.until(pair.answers)
        yield pair
    finally:
        parent.terminate()
        parent.wait(30)


def test_no_event_is_lost_and_every_session_starts_once(pair: Pair) -> None:
    keys = [f"talk{number}" for number in range(CONVERSATIONS) for _ in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE * 4) as people:
        answers = list(people.map(pair.say, keys))
    assert min(answers) >= 1
    assert pair.stored("user") == CONVERSATIONS * AT_ONCE
    assert pair.stored("session_started") == CONVERSATIONS
    assert pair.shown() == {None, "2:"}


def test_a_killed_process_is_started_again_while_the_other_answers(pair: Pair) -> None:
    first, second = pair.children()
    os.kill(first, signal.SIGKILL)
    assert pair.say("while one is away") >= 1
    pair.until(lambda: len(pair.children()) == 2 and first not in pair.children())
    assert second in pair.children()


def test_no_process_stays_behind(pair: Pair) -> None:
    children = pair.children()
    pair.parent.terminate()
    assert pair.parent.wait(30) == 0
    assert [pid for pid in children if Path(f"/proc/{pid}").exists()] == []
