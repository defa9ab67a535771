"""Asks the trained model what sentences mean, in the engine's own environment, with what the product does before and after."""

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.dialogue.rasa import as_heard
from bot.language.words.meant import as_typed
from bot.language.words.sanitise import sanitise
from bot.settings import Settings
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
    """Return what the product makes of each text that goes to Rasa: cleaned, with slips mended. Trains first when that is due."""
    for step in ("install_spacy_model.py", "train.py"):
        subprocess.run([ENGINE, f"engine/{step}"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    heard = [as_heard(sanitise(text))[0] for text in texts]
    parsed = subprocess.run(
        [ENGINE, "engine/parse.py"],
        cwd=ROOT,
        input="\n".join(heard),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LOG_LEVEL": "ERROR"},
    )
    lines = [line for line in parsed.stdout.splitlines() if line.startswith("{")]
    assert len(lines) == len(texts), parsed.stderr[-2000:]
    return [_understood(json.loads(line), text) for line, text in zip(lines, texts, strict=True)]


def trained_model() -> str:
    """Return the name of the model that ``understand`` asks."""
    kept = json.loads((Settings().home / "models" / "trained.json").read_text("utf-8"))
    return str(kept["model"]).removesuffix(".tar.gz")


def _understood(parsed: dict[str, Any], typed: str) -> Understood:
    ranking = tuple((each["name"], each["confidence"]) for each in parsed["intent_ranking"] if each["name"] != FALLBACK)
    return Understood(
        parsed["intent"]["name"], *ranking[0], tuple(_in(typed, each, parsed["text"]) for each in parsed["entities"]), ranking
    )


def _in(typed: str, entity: Mapping[str, Any], heard: str) -> dict[str, Any]:
    start, end = as_typed(heard, typed, (entity["start"], entity["end"]))
    return {**entity, "start": start, "end": end}
