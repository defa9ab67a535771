"""The words that stand in an index, and which of them somebody may mean with a word."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import tantivy
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.catalogue.search.endings import bare, only_ends
from bot.catalogue.search.opaque import says_nothing_of
from bot.catalogue.search.own_words import own_words
from bot.catalogue.slips import is_slip

BARE, INSIDE, MISSPELT = 0.9, 0.7, 0.6
"""How much a word counts that is the one that was typed without an ending, only part of it, or nearly it."""
_SHORTEST_PART, _SHORTEST_TYPO, _LONG = 4, 5, 9
_LONG_REST = 5
"""Letters behind a short word that make chance unlikely: "nd" in "vrienden" is less than a word behind "fries"."""
_SHORTEST_ENDING = 3
"""Letters of an ending behind a short word: "tuinier" is about a "tuin", "slager" about no "slag"."""
_LONGEST = 40
"""No Dutch word that people type is longer; what is longer is looked up as it stands only."""
_MOST_AROUND = 40
"""Longer words that one word may stand for, the most used first."""


class Dictionary:
    """Looks words up in the term dictionary of an index; keys are those of ``bot.catalogue.dutch``."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._searcher = searcher
        self.count = lru_cache(maxsize=50_000)(self._count)
        self._of_letter = lru_cache(maxsize=40)(self._starting_with)
        self.alike = lru_cache(maxsize=5_000)(self._alike)

    def __len__(self) -> int:
        """Return how many items there are."""
        return self._searcher.num_docs

    def _alike(self, key: str) -> dict[str, float]:
        """Return the words ``key`` may stand for with how alike each is: itself, words around or inside it, or else slips of it."""
        if len(key) > _LONGEST:
            return self._known({key: 1.0})
        alike = dict.fromkeys(self._inside(key), INSIDE) | dict.fromkeys(self._around(key), INSIDE)
        alike |= self._known(dict.fromkeys(bare(key), BARE)) | self._known({key: 1.0})
        return alike or dict.fromkeys(self._slips(key), MISSPELT)

    def _known(self, words: Mapping[str, float]) -> dict[str, float]:
        return {word: likeness for word, likeness in words.items() if self.count(word)}

    def _count(self, key: str) -> int:
        """Return in how many items ``key`` stands."""
        return self._searcher.doc_freq("words", key)

    def _inside(self, key: str) -> Iterator[str]:
        for length in range(_SHORTEST_PART, len(key) - 1):
            start, end = key[:length], key[-length:]
            if self.count(start) and not self._begins_by_chance(start, key) and not says_nothing_of(key, start):
                yield start
            if self.count(end) and not self._by_chance(end, key) and not says_nothing_of(key, end):
                yield end

    def _around(self, key: str) -> Sequence[str]:
        if len(key) < _SHORTEST_PART:
            return ()
        starting = self._searcher.terms_with_prefix("words", key)
        ending = [(term[::-1], count) for term, count in self._searcher.terms_with_prefix("backwards", key[::-1])]
        longer = {term: count for term, count in starting if len(term) >= len(key) + 2}
        longer |= {term: count for term, count in ending if len(term) >= len(key) + 2 and not self._by_chance(key, term)}
        longer = {term: count for term, count in longer.items() if not says_nothing_of(term, key)}
        return sorted(longer, key=lambda term: (-longer[term], term))[:_MOST_AROUND]

    def _by_chance(self, end: str, word: str) -> bool:
        # A short ending is often chance: "rook" ends "loonstrook", which is about no smoke at all.
        return len(end) == _SHORTEST_PART and not self.count(word.removesuffix(end))

    def _begins_by_chance(self, start: str, word: str) -> bool:
        # "Verf" begins "vervangen", and what is left of that is no word.
        rest = word.removeprefix(start)
        is_derived = only_ends(rest) and len(rest) >= _SHORTEST_ENDING
        return len(start) == _SHORTEST_PART and len(rest) < _LONG_REST and not (is_derived or self.count(rest) or rest in own_words())

    def _slips(self, key: str) -> Iterator[str]:
        if len(key) < _SHORTEST_TYPO - 1:
            return
        most = 2 if len(key) >= _LONG else 1
        near = process.extract(key, self._of_letter(key[0]), scorer=OSA.distance, score_cutoff=most, limit=5)
        # Of four letters only a swap is forgiven: there are too many words that differ by one.
        slips = (meant for meant, *_ in near if is_slip(key, meant) and (len(key) >= _SHORTEST_TYPO or sorted(key) == sorted(meant)))
        yield from (meant for meant in slips if key not in own_words() or _are_one_word(key, meant))

    def _starting_with(self, letter: str) -> Sequence[str]:
        return [term for term, _ in self._searcher.terms_with_prefix("words", letter)]


def _are_one_word(key: str, other: str) -> bool:
    """Return whether two keys are one word with another ending or another sound at its end: "engelse" and "engels", "brant" and "brand"."""
    return key.startswith(other) or other.startswith(key) or {key[-1], other[-1]} == {"d", "t"}
