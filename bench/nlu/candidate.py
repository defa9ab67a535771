"""Trains one pipeline, lets it read the held-out sentences, and keeps what came out until something changes."""

import hashlib
import json
import os
import resource
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.seals import Seal, seal, sealed
from tests.nlu.sentences import ROOT

ENGINE = ROOT / "engine" / ".venv" / "bin" / "python"
PIPELINES = Path(__file__).parent / "pipelines"
COMPARED = ROOT / "engine" / "compared.py"
OUR_CODE = (*sorted((ROOT / "engine" / "components").glob("*.py")), ROOT / "data" / "shorthand.yml")
ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "TF_NUM_INTRAOP_THREADS": "1", "TF_NUM_INTEROP_THREADS": "1"}


@dataclass(frozen=True)
class Reading:
    """What a pipeline made of the sentences, and what that took."""

    train_seconds: float
    """Of processor time, Rasa's start with it."""
    trained_on: str
    """Date and time, UTC."""
    rankings: tuple[Mapping[str, float], ...]
    """Confidence by intent, in the order of the sentences; intents far down may be missing."""
    milliseconds: tuple[float, ...]
    """Of processor time, for each sentence."""
    memory: float
    """Most of the process that reads, in MB."""
    size: float
    """Of the model file, in MB."""


def read_with(pipeline: str, examples: Path, sentences: Sequence[str], folder: Path) -> Reading:
    """Return what ``pipeline`` (a name in ``pipelines/``) makes of ``sentences`` after learning from ``examples``.

    Models and readings stay in ``folder``. A model is sealed with the hash of what made it (pipeline, examples, our code where
    that takes part), and trained again when that changed.
    """
    config = PIPELINES / f"{pipeline}.yml"
    named = config.read_text("utf-8")
    code = [*(OUR_CODE if "engine." in named else ()), *([COMPARED] if "engine.compared" in named else ())]
    mark = _fingerprint([file.read_bytes() for file in (config, examples, *code)])
    model = folder / f"{pipeline}-{mark}.tar.gz"
    reading = folder / f"{pipeline}-{mark}-{_fingerprint([each.encode() for each in sentences])}.json"
    if not reading.exists():
        reading.write_text(json.dumps(asdict(_read(model, _trained(config, examples, model, mark), sentences))), "utf-8")
    return Reading(**json.loads(reading.read_text("utf-8")))


def _trained(config: Path, examples: Path, model: Path, mark: str) -> Seal:
    kept = sealed(model)
    if kept and kept.fingerprint == mark:
        return kept
    before = _spent()
    _engine("train", str(config), str(examples), str(model))
    return seal(model, mark, round(_spent() - before, 1))


def _read(model: Path, trained: Seal, sentences: Sequence[str]) -> Reading:
    *answers, last = [json.loads(line) for line in _engine("parse", str(model), said="\n".join(sentences)) if line.startswith("{")]
    answers = answers[1:]  # the first one warms up
    if len(answers) != len(sentences):
        raise RuntimeError(f"{len(answers)} answers to {len(sentences)} sentences")
    rankings, costs = tuple(each["ranking"] for each in answers), tuple(each["ms"] for each in answers)
    size = round(model.stat().st_size / 1e6, 2)
    return Reading(trained.processor_seconds, trained.trained_on, rankings, costs, round(last["rss"]), size)


def _engine(*words: str, said: str = "") -> list[str]:
    done = subprocess.run(
        [ENGINE, "-W", "ignore", "engine/measure.py", *words],
        cwd=ROOT,
        env={**os.environ, **ONE_CORE, "RASA_MAX_CACHE_SIZE": "0", "LOG_LEVEL": "ERROR"},
        input=said,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return done.stdout.splitlines()


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _fingerprint(parts: Sequence[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()[:12]
