"""A message that the product gives to Rasa twice is handled once, and answered both times."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.engine.conftest import ENGINE, ROOT

pytestmark = [pytest.mark.engine, pytest.mark.timeout(300)]

KILLED = -9


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def seen(
    request: pytest.FixtureRequest, trained_home: Path, tmp_path_factory: pytest.TempPathFactory, module_database: Callable[[], str]
) -> dict[str, Any]:
    """What tests/engine/inside/repeated.py saw."""
    sqlite = request.param == "sqlite"
    address = f"sqlite:///{tmp_path_factory.mktemp('rasa') / 'rasa.db'}" if sqlite else module_database().replace("+psycopg", "")
    done = subprocess.run(
        [ENGINE, "-W", "ignore", "-m", "tests.engine.inside.repeated", address],
        cwd=ROOT,
        env={**os.environ, "DUWTJE_HOME": str(trained_home), "PYTHONPATH": f"{ROOT / 'engine'}:{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.strip().splitlines()[-1])


def test_a_repeat_is_answered_as_the_first_time_also_with_a_nudge_between(seen: dict[str, Any]) -> None:
    assert seen["sequence"] == [True, True, 1]


def test_another_moment_and_no_id_at_all_are_new_messages(seen: dict[str, Any]) -> None:
    assert seen["others"] == 1 + 3


def test_two_at_the_same_time_are_one_and_another_agent_answers_as_the_first_time(seen: dict[str, Any]) -> None:
    assert seen["at once"] == [True, 1]
    assert seen["elsewhere"] == [True, 1]


def test_who_gave_up_waiting_and_asks_again_gets_the_answer_of_the_first(seen: dict[str, Any]) -> None:
    assert seen["given up"] == [1, 1]


def test_repeats_in_any_order_change_nothing(seen: dict[str, Any]) -> None:
    assert seen["lot"] == [True, True]


def test_what_failed_is_tried_again_and_a_form_is_left_once(seen: dict[str, Any]) -> None:
    assert seen["silent"] == [2, 2]


def test_a_turn_of_a_killed_process_is_done_once(seen: dict[str, Any]) -> None:
    assert seen["killed before"] == [KILLED, 0, 1, 1]
    assert seen["killed after"] == [KILLED, 1, 1, 1]


def test_looking_takes_far_less_than_a_turn(seen: dict[str, Any]) -> None:
    assert seen["microseconds"] < 1000
