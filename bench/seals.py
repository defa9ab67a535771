"""What a model learned from, kept in the model itself, so that no record beside it can say otherwise."""

import io
import json
import tarfile
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

SEAL = "bench.json"
"""A file in the model's archive; Rasa takes no notice of it."""


@dataclass(frozen=True)
class Seal:
    """What a model was trained on, when, and what it took."""

    fingerprint: str
    trained_on: str
    """Date and time, UTC."""
    processor_seconds: float


def seal(model: Path, of_content: str, processor_seconds: float) -> Seal:
    """Put into the archive ``model`` what it was trained on."""
    made = Seal(of_content, datetime.now(UTC).isoformat(timespec="seconds"), processor_seconds)
    body = json.dumps(asdict(made)).encode()
    made_anew = model.with_suffix(".sealing")
    with tarfile.open(model) as given, tarfile.open(made_anew, "w:gz") as to:
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
