"""Places in the Netherlands, found by name or by the four digits of a postcode."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from engine.components.folding import MAX_CHARACTERS

LONGEST_NAME = 5
"""Words in the longest name: Ouderkerk aan den IJssel, and one to spare."""

_FILE = "places.json"
_WORD = re.compile(r"['’]?\w[\w'’-]*")
_POSTCODE = re.compile(r"(?<![\w.,€-])([1-9]\d{3})(?:\s?[A-Za-z]{2})?(?![\w-]|[.,]\d)")
_YEARS = range(1940, 2041)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class PlaceExtractor(GraphComponent, EntityExtractorMixin):
    """Adds an entity ``place`` with the name as it is written officially, or the four digits."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource, names: dict[str, Any]) -> None:
        self._before = frozenset(config["before"])
        self._not_before = frozenset(config["not_before"])
        self._storage = storage
        self._resource = resource
        self._names = names

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``file``: names, other names divided by ``|``, and whether the name is an ordinary word too. Such a name counts
        only by itself or after a word of ``before``. Four digits with a word of ``not_before`` behind them are no postcode."""
        return {"file": "data/places.csv", "before": [], "not_before": []}

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> PlaceExtractor:
        return cls(config, model_storage, resource, _read(Path(config["file"])))

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Train anew when the list of places changes."""
        return hashlib.sha256(Path(config["file"]).read_bytes()).hexdigest()

    def train(self, training_data: TrainingData) -> Resource:
        """Keep the list with the model."""
        with self._storage.write_to(self._resource) as folder:
            (folder / _FILE).write_text(json.dumps(self._names), encoding="utf-8")
        return self._resource

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext, **_: object
    ) -> PlaceExtractor:
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, json.loads((folder / _FILE).read_text(encoding="utf-8")))

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the places of each message to its entities."""
        for message in messages:
            found = self.add_extractor_name(self.find(message.get(TEXT) or ""))
            message.set(ENTITIES, message.get(ENTITIES, []) + found, add_to_output=True)
        return messages

    def find(self, text: str) -> list[dict[str, Any]]:
        """Return the places in ``text`` with their positions; the longest name wins."""
        text = text[:MAX_CHARACTERS]
        words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
        found: list[dict[str, Any]] = []
        at = 0
        while at < len(words):
            length, name = self._name_at(text, words, at)
            if name:
                found.append(_entity(name, words[at][0], words[at + length - 1][1]))
            at += length
        return found + [
            _entity(match[1], match.start(), match.end()) for match in _POSTCODE.finditer(text) if self._is_postcode(match, text)
        ]

    def _name_at(self, text: str, words: list[tuple[int, int]], at: int) -> tuple[int, str | None]:
        for length in range(min(LONGEST_NAME, len(words) - at), 0, -1):
            known = self._names.get(_plain(text[words[at][0] : words[at + length - 1][1]]))
            if known and (not known["ordinary"] or self._stands_for_a_place(text, words, at, length)):
                return length, known["name"]
        return 1, None

    def _stands_for_a_place(self, text: str, words: list[tuple[int, int]], at: int, length: int) -> bool:
        alone = length == len(words)
        return alone or (at > 0 and text[slice(*words[at - 1])].lower() in self._before)

    def _is_postcode(self, match: re.Match[str], text: str) -> bool:
        after = _WORD.search(text, match.end())
        if after and after[0].lower() in self._not_before:
            return False
        before = text[: match.start()].lower().split()
        return int(match[1]) not in _YEARS or (bool(before) and before[-1] == "postcode")


def _read(path: Path) -> dict[str, Any]:
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {
        _plain(written): {"name": row["name"], "ordinary": bool(row["ordinary_word"])}
        for row in rows
        for written in (row["name"], *filter(None, row["also"].split("|")))
    }


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").replace("-", " ").split())


def _entity(value: str, start: int, end: int) -> dict[str, Any]:
    return {"entity": "place", "value": value, "start": start, "end": end}
