"""What Duwtje's intent classifier was compared with: a linear support vector machine on the same features (``make bench-nlu``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix
from sklearn.calibration import CalibratedClassifierCV
from sklearn.svm import LinearSVC

from engine.components.intents import SentenceIntentClassifier
from engine.components.learned import Learned

_FILE = "machine.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class VectorMachine(SentenceIntentClassifier):
    """Weighs with a machine whose margins were bent into confidences; trains the regression too, so its costs hold both."""

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples and store what was learned."""
        resource = super().train(training_data)
        told = [message for message in training_data.intent_examples if message.get(TEXT)]
        features = self._features(self._texts(told), self._learned.counts, self._learned.middle)
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


@dataclass(frozen=True)
class Judged(Learned):
    """What the classifier learned, judged by something else."""

    judge: Callable[[csr_matrix], np.ndarray]

    def chances(self, features: csr_matrix) -> np.ndarray:
        """Return how likely each intent is, a row for each sentence."""
        return self.judge(features)
