"""Which content a model was trained on. The model carries that itself, so no record beside it can say otherwise."""

import gzip
import hashlib
import io
import json
import tarfile
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.dialogue.sides import STOCK
from bot.settings import ROOT

CONTENT = ("domain.yml", "data")
SEAL = "bench.json"
"""A file in the model's archive; Rasa takes no notice of it."""


@dataclass(frozen=True)
class Seal:
    """What a model was trained on, when, and what it took."""

    fingerprint: str
    trained_on: str
    processor_seconds: float


def fingerprint() -> str:
    """Return the SHA-256 of the stock pipeline and everything both sides learn from, as it is now."""
    digest = hashlib.sha256((STOCK / "config.yml").read_bytes())
    for path in sorted(each for name in CONTENT for each in [ROOT / name, *(ROOT / name).rglob("*.yml")] if each.is_file()):
        digest.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def seal(model: Path, of_content: str, processor_seconds: float) -> Seal:
    """Put into the archive ``model`` what it was trained on."""
    made = Seal(of_content, datetime.now(UTC).isoformat(timespec="seconds"), processor_seconds)
    body = json.dumps(asdict(made)).encode()
    made_anew = model.with_suffix(".sealing")
    with tarfile.open(model) as given, gzip.open(made_anew, "wb", compresslevel=1) as file, tarfile.open(fileobj=file, mode="w") as to:
        for member in given:
            to.addfile(member, given.extractfile(member) if member.isfile() else None)
        info = tarfile.TarInfo(SEAL)
        info.size = len(body)
        to.addfile(info, io.BytesIO(body))
    made_anew.replace(model)
    return made


def sealed(model: Path) -> Seal | None:
    """Return what the archive ``model`` says it was trained on; None when it does not say, or is not there."""
    if not model.exists():
        return None
    with tarfile.open(model) as archive:
        member = next((archive.extractfile(each) for each in archive if each.name == SEAL), None)
        return Seal(**json.loads(member.read())) if member else None


def told(stock: Seal | None, now: str) -> str:
    """Return for a page which content the stock side had, beside the content ``now``."""
    if stock is None:
        return "which content the stock model learned from is not known"
    if stock.fingerprint == now:
        return f"both learned from the same content ({now[:12]})"
    return f"the stock model learned from OTHER content ({stock.fingerprint[:12]}, trained {stock.trained_on}) than ours ({now[:12]})"
