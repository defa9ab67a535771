"""What a person means: letters, sounds, words and how a sentence is framed, weighed by logistic regression.

Chosen over Rasa's classifiers on the held-out set (docs/reference/nlu.md). Letters forgive slips, sounds and consonants
forgive spelling by ear, words that stand together tell a wish from a question; the probabilities tell knowing from guessing.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import scipy.sparse as sp
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from engine.components.counting import Counts, Row, side_by_side
from engine.components.folding import fold
from engine.components.learned import Learned, read, write
from engine.components.pieces import VIEWS
from engine.components.shorthand import written_out

RANKED = 10
_WEIGHTS = {view: f"{view}_weight" for view in VIEWS}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SentenceIntentClassifier(GraphComponent, IntentClassifier):
    """Ranks intents for a message."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource, learned: Learned | None = None) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._learned = learned

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """How much each view counts; ``C``: how closely to fit; ``shorthand``: a file."""
        weights = dict.fromkeys(_WEIGHTS.values(), 1.0) | {"sounds_weight": 1.2, "frame_weight": 0.5}
        return {**weights, "C": 10.0, "shorthand": "data/shorthand.yml"}

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> SentenceIntentClassifier:
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples and store what was learned."""
        told = examples_in(training_data)
        texts, meant = self._texts(told), [message.get(INTENT) for message in told]
        counts = {view: Counts.learned(_taken_apart(view, texts)) for view in VIEWS}
        self._learned = self._weighed(self._features(texts, counts), meant, counts)
        with self._storage.write_to(self._resource) as folder:
            write(self._learned, folder)
        return self._resource

    def _weighed(self, features: sp.csr_matrix, meant: list[str], counts: dict[str, Counts]) -> Learned:
        from sklearn.linear_model import LogisticRegression  # only training needs it, and its import takes a start half a second

        # liblinear in its dual form: seconds instead of half a minute, and the same answer every time.
        regression = LogisticRegression(C=self._config["C"], solver="liblinear", dual=True, max_iter=1000, tol=0.1, random_state=0)
        regression.fit(features, meant)
        weights = np.ascontiguousarray(regression.coef_.T)
        return Learned(counts, tuple(map(str, regression.classes_)), weights, regression.intercept_)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent and the ranking on every message with text."""
        told = [message for message in messages if message.get(TEXT)]
        if told:
            features = self._features(self._texts(told), self._learned.counts)
            for message, chances in zip(told, self._learned.chances(features), strict=True):
                self._rank(message, chances)
        return messages

    def _rank(self, message: Message, chances: np.ndarray) -> None:
        names = self._learned.intents
        ranking = [{"name": names[i], "confidence": float(chances[i])} for i in np.argsort(-chances)[:RANKED]]
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)

    def _texts(self, messages: list[Message]) -> list[str]:
        return [written_out(fold(message.get(TEXT)), self._config["shorthand"]) for message in messages]

    def _features(self, texts: list[str], counts: dict[str, Counts]) -> sp.csr_matrix:
        return side_by_side([(len(counts[view].columns), self._rows(view, texts, counts[view])) for view in VIEWS])

    def _rows(self, view: str, texts: list[str], counts: Counts) -> list[Row]:
        weight = self._config[_WEIGHTS[view]]
        rows = (counts.weighed(pieces) for pieces in _taken_apart(view, texts))
        return [(columns, values * weight) for columns, values in rows]

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext, **_: object
    ) -> SentenceIntentClassifier:
        with model_storage.read_from(resource) as folder:
            learned = read(folder)
        return cls(config, model_storage, resource, learned)


def examples_in(training_data: TrainingData) -> list[Message]:
    """Return the examples that can be learned from: those with a text."""
    return [message for message in training_data.intent_examples if message.get(TEXT)]


def _taken_apart(view: str, texts: list[str]) -> list[list[str]]:
    written, apart = VIEWS[view]
    return [list(apart(written(text))) for text in texts]
