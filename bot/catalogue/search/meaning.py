"""Which words of the index somebody may mean with a word they typed, and for how rare each of those counts."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bot.catalogue.dutch import keys
from bot.catalogue.dutch import words as said
from bot.catalogue.interests import load_interests, ordinary_words
from bot.catalogue.models import Item
from bot.catalogue.search.asking import AskedWord
from bot.catalogue.search.dictionary import Dictionary
from bot.catalogue.search.endings import only_ends
from bot.catalogue.search.senses import Bond, Sense
from bot.language.words.fold import words_of

_FAR = 0.75
"""How alike a synonym, a word around or inside it, and a slip are at most."""
_NO_CHANCE = 6
"""Letters of a word that does not begin another by chance."""
_OTHER = 3
"""Letters behind a word that make another of it."""
_DETAIL = 0.5
"""How much a detail of a wish counts in an item about something else."""


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
    sense: Sense = field(default_factory=Sense)
    is_light: bool = False

    def is_about(self, key: str) -> bool:
        """Whether ``key`` says what was typed, and is not only its end or its begin: "café" is also the end of many another word."""
        ends = any(typed.endswith(key) for typed in self.keys)
        return key in self.keys or not (ends or self._is_begin(key))

    def may_mean(self, key: str, topics: Sequence[str]) -> bool:
        """Whether ``key`` may say what was typed in an item about ``topics``: "brood" points to baking, "broodrooster" to machines."""
        if key not in self.keys and self._is_begin(key):
            shorter = min(key, *self.keys, key=len)
            shared = Sense(self.sense.topics | _topics_of(shorter))
            return not shared.is_elsewhere(topics) if shared.topics else not topics or len(shorter) >= _NO_CHANCE
        if self.sense.bond is Bond.OWN and self.words[key].likeness > _FAR:
            return True
        return self.sense.bond is Bond.DETAIL or not self.sense.is_elsewhere(topics)

    def share(self, topics: Sequence[str]) -> float:
        """Return how much the word counts in an item about ``topics``."""
        return _DETAIL if self.sense.bond is Bond.DETAIL and self.sense.is_elsewhere(topics) else 1.0

    def is_aside_in(self, item: Item, key: str) -> bool:
        """Whether ``item`` only mentions what was typed: "gamen" points to computers, rules for a child's phone are no such thing."""
        elsewhere = self.sense.is_elsewhere(item.interests)
        if self.sense.bond is Bond.DETAIL:
            return elsewhere
        named = any(each.startswith(key) for each in keys(item.title))
        return (elsewhere and not named) or (bool(self.sense.topics) and _only_looks_like(item, key))

    def stands_in(self, text: str) -> bool:
        """Return whether ``text`` holds what was typed as it was typed: "rechten" does not stand in "recht vooruit"."""
        return not set(words_of(self.typed)).isdisjoint(words_of(text))

    def _is_begin(self, key: str) -> bool:
        """Whether ``key`` and what was typed only begin alike: "hoofd" and "hoofdrekenen", not "tuin" and "tuinier"."""
        pairs = [(max(typed, key, key=len), min(typed, key, key=len)) for typed in self.keys]
        rests = [longer.removeprefix(shorter) for longer, shorter in pairs if longer.startswith(shorter)]
        return bool(rests) and not any(len(rest) < _OTHER or only_ends(rest) for rest in rests)


@lru_cache(5_000)
def _topics_of(key: str) -> frozenset[str]:
    return load_interests().senses_of(key)


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
    return Meaning(asked.typed, words, frozenset(asked.keys), asked.sense, asked.is_light)


def _rarity(words: Iterable[str], dictionary: Dictionary) -> float:
    items = sum(map(dictionary.count, words))
    return math.log(1 + len(dictionary) / items) if items else math.inf
