"""Runs pieces of the engine in the engine's own environment, where Rasa is."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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
