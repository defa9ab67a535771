"""Rasa keeps the examples of the entity extractor instead of what it learned, and learns it again at every start: seconds.

What was learned is kept beside the models, under a name made from everything it was learned from.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections import OrderedDict
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.crf_entity_extractor import CRFEntityExtractor, CRFToken
from sklearn_crfsuite import CRF
from state import models_folder

MOST_KEPT = 3
_EXAMPLES, _ORDER = "crf_dataset.json", "crf_order.json"


def apply() -> None:
    """Keep what is learned, when training and when a start had to learn; load it when it is there."""
    original, persist = CRFEntityExtractor.load.__func__, CRFEntityExtractor.persist

    def load(
        cls: type[CRFEntityExtractor],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **rest: object,
    ) -> CRFEntityExtractor:
        with model_storage.read_from(resource) as examples:
            place = _place(config, examples)
            order = json.loads((examples / _ORDER).read_text("utf-8"))
        if all((place / f"{tag}.crfsuite").is_file() for tag in order):
            extractor = cls(config, model_storage, resource, _read(place, order))
            extractor.crf_order = order
            return extractor
        extractor = original(cls, config, model_storage, resource, execution_context, **rest)
        _keep(extractor.entity_taggers, place)
        return extractor

    def persist_and_keep(self: CRFEntityExtractor, dataset: list[list[CRFToken]]) -> None:
        persist(self, dataset)
        with self._model_storage.read_from(self._resource) as examples:
            _keep(self.entity_taggers, _place(self.component_config, examples))

    CRFEntityExtractor.load = classmethod(load)
    CRFEntityExtractor.persist = persist_and_keep


def _place(config: dict[str, Any], examples: Path) -> Path:
    digest = hashlib.sha256(json.dumps(config, sort_keys=True, default=str).encode())
    for name in (_EXAMPLES, _ORDER):
        digest.update((examples / name).read_bytes())
    return models_folder() / "entities" / digest.hexdigest()[:32]


def _read(place: Path, order: list[str]) -> OrderedDict[str, CRF]:
    return OrderedDict((tag, CRF(model_filename=str(place / f"{tag}.crfsuite"))) for tag in order)


def _keep(taggers: dict[str, CRF] | None, place: Path) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place.parent, ignore_cleanup_errors=True) as passing:
            for tag, tagger in (taggers or {}).items():
                shutil.copyfile(tagger.modelfile.name, Path(passing) / f"{tag}.crfsuite")
            Path(passing).rename(place)
        _forget_old(place.parent)
    except OSError:
        return  # a folder that cannot be written, or somebody was first: at worst the next start learns again


def _forget_old(folder: Path) -> None:
    for old in sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)[MOST_KEPT:]:
        shutil.rmtree(old, ignore_errors=True)
