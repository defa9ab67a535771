"""Rasa with our changes answers as Rasa does, and a Rasa that they were not made for is refused."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.engine.conftest import ENGINE, ROOT, Run

pytestmark = [pytest.mark.engine, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def seen(trained_home: Path) -> dict[str, Any]:
    """What tests/engine/inside/patched.py saw."""
    done = subprocess.run(
        [ENGINE, "-W", "ignore", "-m", "tests.engine.inside.patched"],
        cwd=ROOT,
        env={**os.environ, "DUWTJE_HOME": str(trained_home), "PYTHONPATH": f"{ROOT / 'engine'}:{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.strip().splitlines()[-1])


@pytest.mark.parametrize("part", ["domain", "parsed", "next", "talks", "kinds", "events", "unknown", "default", "answers"])
def test_everything_comes_out_as_without_the_patches(seen: dict[str, Any], part: str) -> None:
    assert seen["learned"][part] == seen["before"][part]
    assert seen["kept"][part] == seen["before"][part]


def test_wrong_answers_of_actions_were_among_what_was_compared(seen: dict[str, Any]) -> None:
    verdicts = seen["before"]["answers"]
    assert verdicts[:3] == [True, True, True]
    assert all(str(verdict).startswith("ValidationError") for verdict in verdicts[3:])


def test_a_talk_that_goes_on_is_not_replayed_from_the_beginning(seen: dict[str, Any]) -> None:
    assert seen["replayed"] == [3, 2, 0, 4]


def test_what_the_entity_extractor_learned_is_kept(seen: dict[str, Any]) -> None:
    assert seen["crf_kept"] > 0


def test_copies_are_left_out_only_where_nothing_but_the_debug_log_gets_them(seen: dict[str, Any]) -> None:
    assert all(seen["logged"].values()), seen["logged"]


def test_calls_to_one_address_share_a_session_until_it_is_closed(seen: dict[str, Any]) -> None:
    assert seen["sessions"] == [True, True, True, True]


def test_the_domain_is_sent_only_to_an_action_server_that_asks_for_it(seen: dict[str, Any]) -> None:
    asked, told, known = [449, False], [200, True], [200, False]
    assert seen["calls"] == [asked, told, known, asked, told]


def test_what_the_model_does_not_have_is_not_imported_and_says_so(seen: dict[str, Any]) -> None:
    assert seen["imported"] == []
    assert seen["diet"] == "LeftOut: DIETClassifier"


def test_a_model_with_other_learners_or_unknown_parts_gets_all_of_rasa(seen: dict[str, Any]) -> None:
    assert seen["needs"] == [False, True, True]


def test_another_rasa_is_refused_before_anything_is_changed(run_in_engine: Run) -> None:
    code = """
import sys
from engine import patches
patches.MADE_FOR = "3.6.20"
try:
    patches.apply(patches.BEFORE_IMPORT)
except patches.OtherRasa as other:
    result = [str(other), any(name.startswith("rasa.core") for name in sys.modules)]
"""
    assert run_in_engine(code) == ["3.6.21", False]


def test_the_server_says_in_one_line_which_rasa_it_wants(run_in_engine: Run) -> None:
    code = """
import serve
from engine import patches
patches.MADE_FOR = "3.6.20"
class Model:
    parts = staticmethod(lambda: set())
try:
    serve.patched(Model)
except SystemExit as refusal:
    result = refusal.code
"""
    refusal = run_in_engine(code)
    assert "3.6.21" in refusal
    assert "3.6.20" in refusal
    assert "\n" not in refusal


@pytest.mark.parametrize("wanted", ["0", "-1", "twee", "1.5"])
def test_a_strange_number_of_processes_is_refused(run_in_engine: Run, wanted: str) -> None:
    code = "import serve\ntry:\n    serve.processes()\nexcept SystemExit as refusal:\n    result = refusal.code"
    assert wanted in run_in_engine(code, RASA_PROCESSES=wanted, RASA_DATABASE="postgresql://h/d")


def test_several_processes_need_postgresql(run_in_engine: Run) -> None:
    code = "import serve\ntry:\n    serve.processes()\nexcept SystemExit as refusal:\n    result = refusal.code"
    assert "PostgreSQL" in run_in_engine(code, RASA_PROCESSES="2", RASA_DATABASE="sqlite:///rasa.db")
    assert run_in_engine("import serve\nresult = serve.processes()", RASA_PROCESSES="2", RASA_DATABASE="postgresql://h/d") == 2
