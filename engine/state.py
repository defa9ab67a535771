"""Where the engine keeps things, and what is there."""

import json
import os
import tarfile
from dataclasses import asdict, dataclass
from importlib.metadata import distributions
from pathlib import Path

ROOT = Path(__file__).parent.parent
PIPELINES = ("nl_core_news_sm", "nl_duwtje")
"""Names of the Dutch spaCy pipelines we know, best first."""


def home() -> Path:
    """Folder for the state of this machine, as in the product's settings."""
    return Path(os.environ.get("DUWTJE_HOME") or ROOT / ".duwtje").resolve()


def spacy_folder() -> Path:
    """Where the spaCy pipeline is installed: beside the environment, which ``uv sync`` empties of what is not locked."""
    return home() / "spacy"


def models_folder() -> Path:
    """Where trained models are."""
    return home() / "models"


def secret() -> str | None:
    """What conversations are sealed with: as in the product DUWTJE_SECRET, or what that made in the home folder; None before that."""
    made, given = home() / "secrets" / "secret", os.environ.get("DUWTJE_SECRET", "").strip()
    return given or (made.read_text("utf-8").strip() if made.exists() else None)


@dataclass(frozen=True)
class Pipeline:
    """An installed spaCy pipeline."""

    name: str
    version: str


def installed_pipeline() -> Pipeline | None:
    """Return the pipeline in ``spacy_folder``, the best when there are two."""
    found = {dist.name.replace("-", "_"): dist.version for dist in distributions(path=[str(spacy_folder())])}
    return next((Pipeline(name, found[name]) for name in PIPELINES if name in found), None)


@dataclass(frozen=True)
class Trained:
    """What was trained, and from what."""

    model: str
    """File name in ``models_folder``."""
    fingerprint: str
    spacy_model: str
    spacy_version: str

    @property
    def path(self) -> Path:
        """The model itself."""
        return models_folder() / self.model

    def parts(self) -> set[str]:
        """Return the classes that the model runs, by module and name."""
        with tarfile.open(self.path) as archive:
            described = archive.extractfile("metadata.json")
            assert described is not None
            description = json.load(described)
        return {node["uses"] for node in description["predict_schema"]["nodes"].values()}


def read_trained() -> Trained | None:
    """Return the record of the latest training, None without one or when its model is gone."""
    try:
        record = Trained(**json.loads(_record().read_text("utf-8")))
    except (FileNotFoundError, TypeError, ValueError):
        return None
    return record if record.path.is_file() else None


def write_trained(record: Trained) -> None:
    """Remember ``record``, in one move."""
    passing = _record().with_suffix(".new")
    passing.write_text(json.dumps(asdict(record), indent=1), "utf-8")
    passing.replace(_record())


def _record() -> Path:
    return models_folder() / "trained.json"
