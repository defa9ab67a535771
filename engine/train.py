"""Train the model when something it depends on changed: ``python engine/train.py``."""

import hashlib
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from saying import say, stop
from state import ROOT, Pipeline, Trained, installed_pipeline, models_folder, read_trained, write_trained

_SOURCES = ("config.yml", "domain.yml", "data", "engine/components", "engine/uv.lock")
_STEP = "Starting to train component '"


def fingerprint(pipeline: Pipeline, root: Path = ROOT) -> str:
    """Return a hash over everything a model is made from."""
    digest = hashlib.sha256(f"{pipeline.name} {pipeline.version}\n".encode())
    for path in _files(root):
        digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(root: Path) -> Iterator[Path]:
    for source in _SOURCES:
        path = root / source
        yield from [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file() and p.suffix in {".yml", ".csv", ".py"})


def main() -> None:
    """Train, or say that nothing changed."""
    pipeline = installed_pipeline() or stop("spacy_missing")
    wanted = fingerprint(pipeline)
    before = read_trained()
    if before and before.fingerprint == wanted:
        return say("train_same")
    started = time.monotonic()
    say("train_start")
    name = f"duwtje-{wanted[:12]}"
    _run_rasa(name, started)
    record = Trained(f"{name}.tar.gz", wanted, pipeline.name, pipeline.version)
    write_trained(record)
    _remove_others(record)
    return say("train_done", seconds=time.monotonic() - started, model=record.path)


def _run_rasa(name: str, started: float) -> None:
    models_folder().mkdir(parents=True, exist_ok=True)
    rasa = subprocess.Popen(  # noqa: S603
        [sys.executable, "engine/rasa_train.py", name, str(models_folder())],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert rasa.stdout
    said = []
    for line in rasa.stdout:
        said.append(line)
        if _STEP in line:
            say("train_step", seconds=time.monotonic() - started, step=line.split(_STEP)[1].split("'")[0].rsplit(".", 1)[-1])
    if rasa.wait():
        print("".join(said[-40:]), file=sys.stderr)
        stop("train_failed")


def _remove_others(record: Trained) -> None:
    for path in models_folder().glob("*.tar.gz"):
        if path != record.path:
            path.unlink()


if __name__ == "__main__":
    main()
