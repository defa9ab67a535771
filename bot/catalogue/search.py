"""Finds items by what people say: their words, however spelt, and the topics heard in them."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.catalogue.dutch import Word, telling, word, words
from bot.catalogue.interests import stop_words
from bot.catalogue.models import Item
from bot.catalogue.slips import is_slip
from bot.language.fold import words_of

_TITLE, _KEYWORD, _PART_OF_KEYWORD, _PROVIDER, _SUMMARY, _STEP = 1.0, 1.0, 0.8, 0.4, 0.35, 0.2
"""How much a word counts, by where it stands in an item."""
_INSIDE, _MISSPELT = 0.7, 0.6
"""How much a word counts that is only part of, or nearly, the one that was typed."""
_TOPIC, _LESSER_TOPIC = 2.5, 1.9
"""What sharing a topic counts; a word counts about 2 to 5, the rarer the more."""
_SHORTEST_PART, _SHORTEST_TYPO, _LONG = 4, 5, 9


@dataclass(frozen=True)
class Found:
    """An item that matches, how well, and through what."""

    item: Item
    score: float
    word: str = ""
    """The person's own word, as typed, that weighed most; empty when only a topic matched."""
    word_score: float = 0.0
    """What that word alone scored."""
    sureness: float = 0.0
    """How surely that word is what the item is about: 1 in its title or keywords, less elsewhere or when it is only alike."""
    tag: str = ""
    """The topic that matched, if any."""


class CatalogueIndex:
    """Searches a fixed list of items; fast enough for thousands."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = {item.id: item for item in items}
        self._weights: dict[str, dict[str, float]] = defaultdict(dict)
        for item in self._items.values():
            for key, weight in _weighted_keys(item):
                self._weights[key][item.id] = max(weight, self._weights[key].get(item.id, 0.0))
        self._keys = sorted(self._weights)

    @property
    def items(self) -> Collection[Item]:
        """Every item that can be found."""
        return self._items.values()

    def by_id(self, item_id: str) -> Item | None:
        """Return one item."""
        return self._items.get(item_id)

    def find(self, text: str, tags: Sequence[str] = ()) -> list[Found]:
        """Return the items that share a word with ``text`` or a topic with ``tags``, best first."""
        found = {item.id: shared for item in self._items.values() if (shared := _shared_topics(item, tags))}
        for typed, each in _telling(text):
            for item_id, (score, sureness) in self._scores(each).items():
                known = found.get(item_id) or Found(self._items[item_id], 0.0)
                if score > known.word_score:
                    known = replace(known, word=typed, word_score=score, sureness=sureness)
                found[item_id] = replace(known, score=known.score + score)
        return sorted(found.values(), key=lambda each: (-each.score, each.item.id))

    def _scores(self, each: Word) -> dict[str, tuple[float, float]]:
        scores: dict[str, tuple[float, float]] = {}
        for key, likeness in self._alike(each):
            rarity = math.log(1 + len(self._items) / len(self._weights[key]))
            for item_id, weight in self._weights[key].items():
                scored = (likeness * weight * rarity, likeness * weight)
                scores[item_id] = max(scores.get(item_id, scored), scored)
        return scores

    def _alike(self, each: Word) -> Iterator[tuple[str, float]]:
        if each.key in self._weights:
            yield each.key, 1.0
        inside = [key for key in self._keys if key != each.key and (self._is_part(key, each.key) or self._is_part(each.key, key))]
        yield from ((key, _INSIDE) for key in inside)
        if each.key not in self._weights and not inside and len(each.key) >= _SHORTEST_TYPO:
            slips = 2 if len(each.key) >= _LONG else 1
            near = process.extract(each.key, self._keys, scorer=OSA.distance, score_cutoff=slips, limit=5)
            yield from ((key, _MISSPELT) for key, *_ in near if is_slip(each.key, key))

    def _is_part(self, part: str, whole: str) -> bool:
        if len(part) < _SHORTEST_PART or len(whole) < len(part) + 2:
            return False
        # A short ending is often chance: "rook" ends "loonstrook", which is about no smoke at all.
        by_chance = len(part) == _SHORTEST_PART and whole.removesuffix(part) not in self._weights
        return whole.startswith(part) or (whole.endswith(part) and not by_chance)


def _weighted_keys(item: Item) -> Iterator[tuple[str, float]]:
    fields = [(item.title, _TITLE), (item.summary, _SUMMARY), (item.smallest_step.text, _STEP)]
    fields += [(keyword, _PART_OF_KEYWORD if " " in keyword else _KEYWORD) for keyword in item.keywords]
    if item.provider:
        fields.append((item.provider.name, _PROVIDER))
    for text, weight in fields:
        for each in telling(words(text), stop_words()):
            yield each.key, weight


def _shared_topics(item: Item, tags: Sequence[str]) -> Found | None:
    shared = [tag for tag in tags if tag in item.interests]
    if not shared:
        return None
    score = sum(_TOPIC if item.interests[0] == tag else _LESSER_TOPIC for tag in shared)
    return Found(item, score, tag=shared[0])


def _telling(text: str) -> list[tuple[str, Word]]:
    """Return each word that says something, once, together with how it was typed."""
    typed = [(chunk.strip(".,;:!?()\"'"), folded) for chunk in text.split() for folded in words_of(chunk)]
    told = Counter(folded for _, folded in typed if len(folded) > 1 and folded not in stop_words())
    return [(as_typed, word(folded)) for as_typed, folded in typed if told.pop(folded, 0)]
