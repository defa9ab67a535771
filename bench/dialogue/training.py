"""Trains both sides on the same content. The stock side takes long, so its model is kept until the content changes."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.dialogue.content import fingerprint, told
from bench.dialogue.people import plain_environment
from bench.dialogue.sides import ENGINE, STOCK
from bench.seals import seal, sealed
from bot.settings import ROOT


@dataclass(frozen=True)
class Training:
    """A model and what it took."""

    model: str
    """File in the folder it was trained into."""
    processor_seconds: float | None
    """None when that is not known any more."""
    content: str = ""
    """Which content it learned from, for people."""


def train_ours(given: Path) -> Training:
    """Train our model anew, in a folder of its own, with the spaCy pipeline of home folder ``given``."""
    with tempfile.TemporaryDirectory(prefix="bench-train-") as home:
        (Path(home) / "spacy").symlink_to(given / "spacy")
        seconds = _run([str(ENGINE), "engine/train.py"], {"DUWTJE_HOME": home})
        return Training("", seconds)


def train_stock(folder: Path, *, as_it_is: bool = False) -> Training:
    """Return the stock model in ``folder``; trains it when there is none of this content.

    ``as_it_is`` takes the one that is there, whatever it learned from; ``content`` says so.
    """
    folder.mkdir(parents=True, exist_ok=True)
    model, now = folder / "stock.tar.gz", fingerprint()
    kept = sealed(model)
    if model.exists() and (as_it_is or (kept and kept.fingerprint == now)):
        return Training(model.name, kept.processor_seconds if kept else None, told(kept, now))
    # Rasa keeps results of earlier trainings in the folder it runs in; a fair training starts without.
    shutil.rmtree(folder / "cache", ignore_errors=True)
    seconds = _run(stock_command(folder), {"RASA_TELEMETRY_ENABLED": "false", "RASA_CACHE_DIRECTORY": str(folder / "cache")})
    return Training(model.name, seconds, told(seal(model, now, seconds), fingerprint()))


def stock_command(folder: Path) -> Sequence[str]:
    """Return ``rasa train`` for the same content with the stock pipeline."""
    files = ["--config", str(STOCK / "config.yml"), "--domain", "domain.yml", "--data", "data"]
    return [str(ENGINE), "-m", "rasa", "train", *files, "--out", str(folder), "--fixed-model-name", "stock"]


def _run(command: Sequence[str], environment: Mapping[str, str]) -> float:
    before = os.times()
    subprocess.run(command, cwd=ROOT, env={**plain_environment(), **environment}, check=True, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system
