"""Yes and no: a closed set of words, so that a list knows them better than a classifier that has seen some of them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import yaml
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

Words = tuple  # of str

_WORD = re.compile(r"[^\W_]+|[\U0001f300-\U0001faff\u2600-\u27bf]+")
_REPEATED = re.compile(r"(\w)\1+")
SHORTEST = 5
"""Letters of a word in which a slip is forgiven."""
LONGEST = 12
"""Words. Nobody says yes at greater length without saying something else as well."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SmallAnswers(GraphComponent, IntentClassifier):
    """Sets the intent of a message that is a yes or a no and nothing else; leaves every other message alone."""

    def __init__(self, meanings: dict[Words, str], fillers: frozenset[Words]) -> None:
        self._meanings = meanings
        self._fillers = fillers
        self._slips = _slips({word for phrase in (*meanings, *fillers) for word in phrase})
        self._longest = max(map(len, (*meanings, *fillers)))

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``file``: phrases per intent, and ``fillers`` that may stand around them."""
        return {"file": "data/small_answers.yml"}

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> SmallAnswers:
        phrases = yaml.safe_load(Path(config["file"]).read_text("utf-8"))
        fillers = frozenset(map(words_of, phrases.pop("fillers")))
        return cls({words_of(phrase): intent for intent, each in phrases.items() for phrase in each}, fillers)

    def process(self, messages: list[Message]) -> list[Message]:
        """Give every yes and no its intent, with full confidence."""
        for message in messages:
            intent = self.meaning(message.get(TEXT) or "")
            if intent:
                others = [each for each in message.get(INTENT_RANKING_KEY) or [] if each["name"] != intent]
                certain = {"name": intent, "confidence": 1.0}
                message.set(INTENT, certain, add_to_output=True)
                message.set(INTENT_RANKING_KEY, [certain, *({**each, "confidence": 0.0} for each in others)], add_to_output=True)
        return messages

    def meaning(self, text: str) -> str | None:
        """Return the one intent that the phrases of ``text`` have; None for none, for two, and for any other word."""
        words = tuple(self._slips.get(word, word) for word in words_of(text))
        found: set[str] = set()
        at = 0
        while at < len(words) <= LONGEST:
            length = next((n for n in range(self._longest, 0, -1) if self._knows(words[at : at + n])), 0)
            if not length:
                return None
            phrase = words[at : at + length]
            found |= {self._meanings[phrase]} if phrase in self._meanings else set()
            at += length
        return found.pop() if len(found) == 1 else None

    def _knows(self, phrase: Words) -> bool:
        return phrase in self._meanings or phrase in self._fillers


def _slips(known: set[str]) -> dict[str, str]:
    """Return what is one letter short, or has two swapped, for every longer word; only where one word can be meant."""
    meant: dict[str, set[str]] = {}
    for word in known:
        if len(word) >= SHORTEST:
            for at in range(1, len(word)):
                for slip in (word[:at] + word[at + 1 :], word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]):
                    meant.setdefault(slip, set()).add(word)
    return {slip: words.pop() for slip, words in meant.items() if len(words) == 1 and slip not in known and len(slip) >= SHORTEST - 1}


def words_of(text: str) -> Words:
    """Return the words and signs of ``text`` in small letters, without accents, apostrophes and repeated letters."""
    plain = unicodedata.normalize("NFKD", re.sub(r"['’`´]", "", text[: LONGEST * 40])).lower()
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return tuple(_REPEATED.sub(r"\1", word) for word in _WORD.findall(bare))
