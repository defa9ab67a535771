"""Finds known words in a text, also when they are misspelt or part of a longer word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.catalogue.dutch import Word, keys, word, words
from bot.catalogue.slips import is_slip
from bot.language.words.fold import words_of
from bot.language.words.sounds import sound_of

PHRASE, EXACT, PART, TYPO = 4.0, 3.0, 2.0, 1.0
"""How sure a hit is."""
SHORTEST_PART = 5
"""Shorter words turn up inside others by chance."""
SHORTEST_TYPO = 5
LONG = 9
"""From this length on two slips are forgiven instead of one."""
_REST = 3
"""Letters that must remain beside a word inside a longer one."""


@dataclass(frozen=True)
class Hit:
    """A known word at a place in the text (counted in words)."""

    label: str
    strength: float
    position: int
    length: int = 1

    @property
    def span(self) -> range:
        """The places it covers."""
        return range(self.position, self.position + self.length)


class WordList:
    """Labels with their words: ``timmer*`` starts a word, ``*hout`` ends one, other entries are whole words or phrases."""

    def __init__(self, patterns: Mapping[str, Iterable[str]], ordinary: frozenset[str] = frozenset()) -> None:
        self._ordinary = ordinary
        self._exact: dict[str, set[str]] = defaultdict(set)
        self._starts: dict[str, set[str]] = defaultdict(set)
        self._ends: dict[str, set[str]] = defaultdict(set)
        self._phrases: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for label, entries in patterns.items():
            for entry in entries:
                self._add(entry, label)
        self._parts = sorted(key for key in self._exact if len(key) >= SHORTEST_PART)
        self._spelt = sorted(key for key in self._exact if len(key) >= SHORTEST_TYPO)
        self._longest_phrase = max(map(len, self._phrases), default=0)
        self._labels_of = lru_cache(maxsize=5_000)(self._look_up)

    def hits(self, text: str) -> list[Hit]:
        """Return every known word in ``text``; a word inside a phrase that was found counts as that phrase only."""
        found = words(text)
        phrases = list(self._phrases_in(found))
        taken = {position for hit in phrases for position in hit.span}
        single = (Hit(label, strength, i) for i, each in enumerate(found) if i not in taken for label, strength in self.labels_of(each))
        return [*phrases, *single]

    def labels_of(self, each: Word) -> Sequence[tuple[str, float]]:
        """Return the labels of one word with how sure each is; nothing for an ordinary word."""
        return () if each.folded in self._ordinary else self._labels_of(each.folded)

    def _add(self, entry: str, label: str) -> None:
        bare = entry.strip("*")
        if entry.endswith("*"):
            self._starts[sound_of("".join(words_of(bare)))].add(label)
        elif entry.startswith("*"):
            self._ends[word("".join(words_of(bare))).key].add(label)
        elif len(keys(bare)) > 1:
            self._phrases[tuple(keys(bare))].add(label)
        else:
            self._exact[keys(bare)[0]].add(label)

    def _phrases_in(self, found: Sequence[Word]) -> Iterator[Hit]:
        shape = tuple(each.key for each in found)
        for start in range(len(shape)):
            for length in range(self._longest_phrase, 1, -1):
                labels = self._phrases.get(shape[start : start + length])
                if labels and start + length <= len(shape):
                    yield from (Hit(label, PHRASE, start, length) for label in sorted(labels))
                    break

    def _look_up(self, folded: str) -> tuple[tuple[str, float], ...]:
        each = word(folded)
        for labels, strength in ((self._whole(each), EXACT), (self._inside(each), PART), (self._misspelt(each), TYPO)):
            if labels:
                return tuple((label, strength) for label in sorted(labels))
        return ()

    def _whole(self, each: Word) -> set[str]:
        begun = {label for start, labels in self._starts.items() if each.sound.startswith(start) for label in labels}
        ended = {label for end, labels in self._ends.items() if each.key.endswith(end) for label in labels}
        return self._exact.get(each.key, set()) | begun | ended

    def _inside(self, each: Word) -> set[str]:
        long_enough = (part for part in self._parts if len(each.sound) >= len(part) + _REST)
        parts = (part for part in long_enough if each.sound.startswith(part) or self._is_end(part, each))
        return {label for part in parts for label in self._exact[part]}

    def _is_end(self, part: str, each: Word) -> bool:
        """Whether a compound ends with ``part``; "avondopleiding" ends with "opleiding" and not with "leiding"."""
        longer = (other for other in self._ordinary if len(other) >= len(part) and each.folded.endswith(other))
        return each.key.endswith(part) and not any(word(other).key.endswith(part) for other in longer)

    def _misspelt(self, each: Word) -> set[str]:
        if len(each.key) < SHORTEST_TYPO:
            return set()
        near = process.extract(each.key, self._spelt, scorer=OSA.distance, score_cutoff=2 if len(each.key) >= LONG else 1, limit=5)
        alike = [(slips, spelt) for spelt, slips, _ in near if is_slip(each.key, spelt)]
        return {label for slips, spelt in alike if slips == min(alike)[0] for label in self._exact[spelt]}
