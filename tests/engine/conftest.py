"""Runs pieces of the engine in the engine's own environment, where Rasa is."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import empty_database

ROOT = Path(__file__).parent.parent.parent
ENGINE = ROOT / "engine" / ".venv" / "bin" / "python"
_PRELUDE = "import json, sys; sys.path[:0] = ['engine', '.']\n"

Run = Callable[..., Any]


@pytest.fixture
def run_in_engine(tmp_path: Path) -> Run:
    """Run code there, with a home folder of its own; returns what it assigned to ``result``."""

    def run(code: str, **environment: str) -> Any:  # noqa: ANN401  # whatever the code made
        done = subprocess.run(
            [ENGINE, "-W", "ignore", "-c", f"{_PRELUDE}{code}\nprint('\\n' + json.dumps(result))"],
            cwd=ROOT,
            env={**os.environ, "DUWTJE_HOME": str(tmp_path / "home"), "TF_CPP_MIN_LOG_LEVEL": "3", **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stdout.strip().splitlines()[-1])

    return run


@pytest.fixture(scope="session")
def trained_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder with the model that ``make train`` made, in which whatever is written stays apart."""
    home, given = tmp_path_factory.mktemp("engine") / "home", Path(os.environ.get("DUWTJE_HOME", ROOT / ".duwtje"))
    (home / "models").mkdir(parents=True)
    (home / "spacy").symlink_to(given / "spacy")
    for name in [*given.glob("models/*.tar.gz"), given / "models" / "trained.json"]:
        (home / "models" / name.name).symlink_to(name)
    return home


@pytest.fixture(scope="module")
def module_database(request: pytest.FixtureRequest) -> Iterator[Callable[[], str]]:
    """Makes a PostgreSQL database that lasts as long as the tests of one file; returns its address."""
    with ExitStack() as databases:
        yield lambda: databases.enter_context(empty_database(request.getfixturevalue("postgres_uri")))
