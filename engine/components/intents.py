"""What a person means: letters, sounds, lemmas and sentence vectors, weighed by logistic regression.

Chosen over Rasa's classifiers on the held-out set (docs/reference/nlu.md). Letters forgive slips, sounds forgive
spelling by ear, vectors know that two wordings mean the same; the regression's probabilities tell knowing from guessing.
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
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.linear_model import LogisticRegression

from engine.components.folding import fold
from engine.components.learned import Learned, lemma_counts, letter_counts, read, write
from engine.components.sounds import as_it_sounds
from engine.components.vectors import encode

RANKED = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SentenceIntentClassifier(GraphComponent, IntentClassifier):
    """Ranks intents for a message."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource, learned: Learned | None = None) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._learned = learned

    @classmethod
    def required_components(cls) -> list[type]:
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``sound_weight`` and ``vector_weight``: how much those count beside letters and lemmas; ``C``: how closely to fit."""
        return {"sound_weight": 1.2, "vector_weight": 1.2, "C": 10.0}

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> SentenceIntentClassifier:
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples and store what was learned."""
        messages = [message for message in training_data.intent_examples if message.get(TEXT)]
        self._learned = Learned(
            letter_counts().fit(map(_letters, messages)),
            letter_counts().fit(map(_sounds, messages)),
            lemma_counts().fit(map(_lemmas, messages)),
            encode([_letters(message) for message in messages]).mean(axis=0),
            LogisticRegression(),
        )
        # liblinear in its dual form: seconds instead of half a minute, and the same answer every time.
        regression = LogisticRegression(C=self._config["C"], solver="liblinear", dual=True, max_iter=1000, tol=0.01, random_state=0)
        self._learned.regression = regression.fit(self._features(messages), [message.get(INTENT) for message in messages])
        with self._storage.write_to(self._resource) as folder:
            write(self._learned, folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent and the ranking on every message with text."""
        told = [message for message in messages if message.get(TEXT)]
        if told:
            for message, chances in zip(told, self._learned.regression.predict_proba(self._features(told)), strict=True):
                self._rank(message, chances)
        return messages

    def _rank(self, message: Message, chances: np.ndarray) -> None:
        names = self._learned.regression.classes_
        ranking = [{"name": str(names[i]), "confidence": float(chances[i])} for i in np.argsort(-chances)[:RANKED]]
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)

    def _features(self, messages: list[Message]) -> sp.csr_matrix:
        texts = [_letters(message) for message in messages]
        vectors = encode(texts) - self._learned.middle
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
        return sp.hstack(
            [
                self._learned.lemmas.transform([_lemmas(message) for message in messages]),
                self._learned.letters.transform(texts),
                self._learned.sounds.transform(map(_sounds, messages)) * self._config["sound_weight"],
                sp.csr_matrix(vectors * self._config["vector_weight"]),
            ]
        ).tocsr()

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext, **_: object
    ) -> SentenceIntentClassifier:
        with model_storage.read_from(resource) as folder:
            learned = read(folder)
        encode(["warm"])
        return cls(config, model_storage, resource, learned)


def _letters(message: Message) -> str:
    return fold(message.get(TEXT))


def _sounds(message: Message) -> str:
    return as_it_sounds(message.get(TEXT))


def _lemmas(message: Message) -> str:
    return fold(" ".join(token.lemma for token in message.get(TOKENS_NAMES[TEXT])))
