"""Rasa's memory and its locks: nothing is lost, nothing erased comes back, one message at a time."""

import base64
import json
import os
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from tests.engine.conftest import ENGINE, ROOT

pytestmark = [pytest.mark.engine, pytest.mark.timeout(300)]

SESSION, TURN = 2, 6
"""Events of a session as Rasa reads it back, and of a turn."""
BEFORE = 1
"""Events that Rasa stores before the start of a session and does not read back."""


def inside(module: str, address: str) -> dict[str, Any]:
    done = subprocess.run(
        [ENGINE, "-W", "ignore", "-m", f"tests.engine.inside.{module}", address.replace("+psycopg", "")],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'engine'}:{ROOT}", "SQLALCHEMY_SILENCE_UBER_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.strip().splitlines()[-1])


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, module_database: Callable[[], str]) -> str:
    return f"sqlite:///{tmp_path_factory.mktemp('rasa') / 'rasa.db'}" if request.param == "sqlite" else module_database()


@pytest.fixture(scope="module")
def stored(address: str) -> dict[str, Any]:
    return inside("stored", address)


def test_a_conversation_that_was_just_used_is_not_read_again(stored: dict[str, Any]) -> None:
    assert stored["kept"]


def test_what_is_kept_is_what_is_stored_and_what_rasa_itself_would_read(stored: dict[str, Any]) -> None:
    kept, ours, _, stock = stored["pictures"]
    assert kept == ours == stock
    assert len(kept["events"]) == SESSION + 2 * TURN


def test_what_an_earlier_version_stored_in_plain_text_is_read_as_before(stored: dict[str, Any]) -> None:
    _, ours, plain, _ = stored["pictures"]
    assert ours == plain


def test_the_database_shows_whose_event_of_which_kind_and_when_and_nothing_else(stored: dict[str, Any]) -> None:
    assert len(stored["shown"]) == BEFORE + SESSION + 2 * TURN
    for number, (_, key, kind, moment, intent, action, data) in enumerate(stored["shown"]):
        assert (key, intent, action) == ("a", "None", "None")
        assert kind in {"action", "session_started", "user", "active_loop", "slot", "bot"}, number
        assert float(moment) > 0
        assert data.startswith("2:")
        assert not any(word in data.encode() + base64.b64decode(data[2:]) for word in (b"bericht", b'"hoi"', b'"wens"', b'"event"'))


def test_a_conversation_that_does_not_open_starts_anew_and_takes_no_other_with_it(stored: dict[str, Any]) -> None:
    assert stored["unreadable"] == 2 * [[None, SESSION + 2 * TURN, True, SESSION + TURN]]


def test_a_turn_that_fails_half_way_leaves_nothing_behind(stored: dict[str, Any]) -> None:
    assert stored["half-way"] == SESSION + 2 * TURN


def test_what_another_process_stored_is_seen(stored: dict[str, Any]) -> None:
    assert stored["elsewhere"] == "elders"


def test_what_was_erased_does_not_come_back_from_memory(stored: dict[str, Any]) -> None:
    assert stored["erased"] is None


def test_only_the_latest_session_counts_as_in_rasas_own_store(stored: dict[str, Any]) -> None:
    _, ours, stock = stored["second session"]
    assert ours == stock == SESSION + TURN


def test_all_sessions_are_read_as_rasas_own_store_reads_them(stored: dict[str, Any]) -> None:
    ours, stock = stored["full"]
    assert ours == stock


def test_every_event_is_stored_once(stored: dict[str, Any]) -> None:
    assert stored["rows"] == [2 * (BEFORE + SESSION) + (3 + 1) * TURN, 1]


def test_a_killed_process_has_stored_what_it_saved(stored: dict[str, Any]) -> None:
    assert stored["killed"] == [-9, SESSION + 2 * TURN]


def test_a_database_that_fails_is_an_error_and_not_an_empty_conversation(stored: dict[str, Any]) -> None:
    assert set(stored["errors"]) <= {"OperationalError", "ProgrammingError"}


def test_a_conversation_takes_one_message_at_a_time_in_order(address: str) -> None:
    seen = inside("locked", address)
    assert seen["order"] == list(range(10))
    assert seen["most"] == 1
    assert seen["remembered"] == 0
    if address.startswith("postgresql"):
        assert seen["shared"] == [1, 20]
        assert seen["many"] == 192
        assert seen["gave up"]
        assert seen["left"] == 0
