"""Which words of the index somebody may mean with a word they typed, and for how rare each of those counts."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.catalogue.dutch import keys
from bot.catalogue.dutch import words as said
from bot.catalogue.interests import load_interests, ordinary_words
from bot.catalogue.models import Item
from bot.catalogue.search.asking import AskedWord
from bot.catalogue.search.dictionary import Dictionary

_FAR = 0.75
"""How alike a synonym, a word around or inside it, and a slip are at most."""


@dataclass(frozen=True, order=True)
class Meant:
    """A word of the index that somebody may mean: how alike it is to what was typed, and for how rare it counts."""

    likeness: float
    rarity: float
    own_rarity: float


@dataclass(frozen=True)
class Meaning:
    """A word that was typed and the words of the index it may stand for."""

    typed: str
    words: Mapping[str, Meant]
    keys: frozenset[str]
    """What was typed, and what means the same."""
    topics: frozenset[str] = frozenset()
    """What the word that was typed points to by itself."""

    def is_about(self, key: str) -> bool:
        """Whether ``key`` says what was typed, and is not only its end: "café" is the end of "taalcafé", and so of many another."""
        return key in self.keys or not any(typed.endswith(key) for typed in self.keys)

    def may_mean(self, key: str, topics: Iterable[str]) -> bool:
        """Whether ``key`` may say what was typed in an item about ``topics``: "brood" points to baking, "broodrooster" to machines."""
        return not self.topics or self.words[key].likeness > _FAR or not self.topics.isdisjoint(topics)

    def is_aside_in(self, item: Item, key: str) -> bool:
        """Whether ``item`` only mentions what was typed: "gamen" points to computers, rules for a child's phone are no such thing."""
        elsewhere = bool(self.topics and item.interests) and self.topics.isdisjoint(item.interests)
        return (elsewhere and key not in keys(item.title)) or (bool(self.topics) and _only_looks_like(item, key))


def _only_looks_like(item: Item, key: str) -> bool:
    """Whether ``item`` has ``key`` only as a word that looks like a topic and is none: "bakjes" are no "bakken"."""
    there = [each.folded for text in (item.title, *item.keywords) for each in said(text) if each.key == key]
    return bool(there) and ordinary_words().issuperset(there)


def meaning(asked: AskedWord, dictionary: Dictionary) -> Meaning:
    """Look up what ``asked`` may mean."""
    words: dict[str, Meant] = {}
    for key, worth in asked.keys.items():
        alike = dictionary.alike(key)
        around = _rarity((word for word in alike if len(word) >= len(key)), dictionary)
        for word, likeness in alike.items():
            # A longer word is rare because it is long, not because it says more than the one that was typed.
            own = _rarity([word], dictionary)
            meant = Meant(likeness * worth, min(own, around) if len(word) > len(key) else own, own)
            words[word] = max(meant, words.get(word, meant))
    return Meaning(
        asked.typed, words, frozenset(asked.keys), load_interests().senses_of(asked.typed) if " " not in asked.typed else frozenset()
    )


def _rarity(words: Iterable[str], dictionary: Dictionary) -> float:
    items = sum(map(dictionary.count, words))
    return math.log(1 + len(dictionary) / items) if items else math.inf
