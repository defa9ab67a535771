"""Asks the trained model what sentences mean, in the engine's own environment."""

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.nlu.sentences import ROOT

ENGINE = ROOT / "engine" / ".venv" / "bin" / "python"
FALLBACK = "nlu_fallback"


@dataclass(frozen=True)
class Understood:
    """What the model made of a sentence."""

    intent: str
    """What the dialogue gets, ``nlu_fallback`` when the model is not sure."""
    guess: str
    """What it would say if it had to."""
    confidence: float
    entities: tuple[dict[str, Any], ...]
    ranking: tuple[tuple[str, float], ...] = ()
    """Meanings and how sure it is of each, best first."""

    def values(self, kind: str) -> list[str]:
        """Return the values of the entities of a kind."""
        return [each["value"] for each in self.entities if each["entity"] == kind]


def understand(texts: Sequence[str]) -> list[Understood]:
    """Return what the trained model makes of each text; trains first when that is due."""
    for step in ("install_spacy_model.py", "train.py"):
        subprocess.run([ENGINE, f"engine/{step}"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    parsed = subprocess.run(
        [ENGINE, "engine/parse.py"],
        cwd=ROOT,
        input="\n".join(texts),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LOG_LEVEL": "ERROR"},
    )
    lines = [line for line in parsed.stdout.splitlines() if line.startswith("{")]
    assert len(lines) == len(texts), parsed.stderr[-2000:]
    return [_understood(json.loads(line)) for line in lines]


def _understood(parsed: dict[str, Any]) -> Understood:
    ranking = tuple((each["name"], each["confidence"]) for each in parsed["intent_ranking"] if each["name"] != FALLBACK)
    return Understood(parsed["intent"]["name"], *ranking[0], tuple(parsed["entities"]), ranking)
