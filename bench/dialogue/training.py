"""Trains both sides on the same content. The stock side takes long, so its model is kept until the content changes."""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.dialogue.people import plain_environment
from bench.dialogue.sides import ENGINE, STOCK
from bot.settings import ROOT

CONTENT = ("domain.yml", "data")


@dataclass(frozen=True)
class Training:
    """A model and what it took."""

    model: str
    """File in the folder it was trained into."""
    processor_seconds: float
    fingerprint: str = ""


def train_ours(given: Path) -> Training:
    """Train our model anew, in a folder of its own, with the spaCy pipeline of home folder ``given``."""
    with tempfile.TemporaryDirectory(prefix="bench-train-") as home:
        (Path(home) / "spacy").symlink_to(given / "spacy")
        seconds = _run([str(ENGINE), "engine/train.py"], {"DUWTJE_HOME": home})
        return Training("", seconds)


def train_stock(folder: Path) -> Training:
    """Return the stock model of this content in ``folder``; trains it when there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    record, fingerprint = folder / "stock.json", _fingerprint()
    if record.exists():
        kept = Training(**json.loads(record.read_text("utf-8")))
        if kept.fingerprint == fingerprint and (folder / kept.model).exists():
            return kept
    # Rasa keeps results of earlier trainings in the folder it runs in; a fair training starts without.
    shutil.rmtree(folder / "cache", ignore_errors=True)
    seconds = _run(stock_command(folder), {"RASA_TELEMETRY_ENABLED": "false", "RASA_CACHE_DIRECTORY": str(folder / "cache")})
    trained = Training("stock.tar.gz", seconds, fingerprint)
    record.write_text(json.dumps(asdict(trained)), "utf-8")
    return trained


def stock_command(folder: Path) -> Sequence[str]:
    """Return ``rasa train`` for the same content with the stock pipeline."""
    files = ["--config", str(STOCK / "config.yml"), "--domain", "domain.yml", "--data", "data"]
    return [str(ENGINE), "-m", "rasa", "train", *files, "--out", str(folder), "--fixed-model-name", "stock"]


def _fingerprint() -> str:
    digest = hashlib.sha256((STOCK / "config.yml").read_bytes())
    for path in sorted(each for name in CONTENT for each in [ROOT / name, *(ROOT / name).rglob("*.yml")] if each.is_file()):
        digest.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def _run(command: Sequence[str], environment: Mapping[str, str]) -> float:
    before = os.times()
    subprocess.run(command, cwd=ROOT, env={**plain_environment(), **environment}, check=True, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system
