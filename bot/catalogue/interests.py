"""The thirty topics people can be interested in, and how to hear them in what someone says."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bot.catalogue.origins import origins_in
from bot.catalogue.wordlist import EXACT, PHRASE, Hit, WordList
from bot.catalogue.yielding import may_yield, yielding_in
from bot.errors import UnknownInterest
from bot.language.wishes.rejecting import rejected_words, without_rejected
from bot.language.words.fold import words_of
from bot.language.words.meant import mended_text
from bot.language.words.yaml_files import read_mapping

FOLDER = Path(__file__).parent / "data"
MOST = 3
"""Topics that are heard in one text."""
AND = re.compile(r"(?<!\w)(?:en|of)(?!\w)|[,;/+&]")
"""What stands between two things that are named beside each other."""


class InterestVocabulary:
    """Knows every tag, its label, and the words that point to it."""

    def __init__(self, topics: Mapping[str, Mapping[str, Any]], ordinary: frozenset[str]) -> None:
        self._labels = {tag: str(topic["label"]) for tag, topic in topics.items()}
        self._words = WordList({tag: topic["words"] for tag, topic in topics.items()}, ordinary)
        self._not = WordList({tag: topic.get("not", ()) for tag, topic in topics.items()})

    @property
    def tags(self) -> tuple[str, ...]:
        """Every tag, in the order of the file."""
        return tuple(self._labels)

    def label(self, tag: str) -> str:
        """Return the Dutch label, such as "werken met hout"; raises UnknownInterest."""
        if tag not in self._labels:
            raise UnknownInterest(tag)
        return self._labels[tag]

    def name_of(self, tag: str) -> str:
        """Return the label of a tag that may be gone since it was kept: then the tag itself."""
        return self._labels.get(tag, tag)

    def tags_in(self, text: str) -> tuple[str, ...]:
        """Return at most ``MOST`` tags heard in ``text``, the surest first; what comes earlier wins a draw."""
        return _surest(self.hits(mended_text(text)))

    def subjects_in(self, text: str) -> tuple[frozenset[str], ...]:
        """Return the tags of each thing that ``text`` names beside another, in order: "lassen en yoga" names two, "nederlands koken" one.

        Things with a tag in common are one.
        """
        subjects: list[frozenset[str]] = []
        for piece in AND.split(text):
            tags = frozenset(self.tags_in(piece))
            alike = [each for each in subjects if each & tags]
            subjects = [each for each in subjects if each not in alike] + ([tags.union(*alike)] if tags else [])
        return tuple(subjects)

    def refused_in(self, text: str) -> tuple[str, ...]:
        """Return at most ``MOST`` tags that ``text`` says are not wanted: "geen breien"."""
        return _surest(self._words.hits(rejected_words(mended_text(text))))

    def senses_of(self, text: str) -> frozenset[str]:
        """Return the tags that ``text`` surely points to: by a word as it is, and not as a part or a slip of another."""
        return frozenset(hit.label for hit in self.hits(text) if hit.strength >= EXACT)

    def hits(self, text: str) -> list[Hit]:
        """Return every word of ``text`` that points to a tag. In "niet lassen maar schilderen" lassen does not count."""
        return self.hits_and_yielding(text)[0]

    def hits_and_yielding(self, text: str) -> tuple[list[Hit], Mapping[int, frozenset[str]]]:
        """Return those words, and the places of words that belong to what is named beside them, each with the tags of that."""
        wanted = without_rejected(text)
        said, heard = words_of(wanted), self._words.hits(wanted)
        mistaken = {(hit.label, place) for hit in self._not.hits(wanted) if hit.strength >= EXACT for place in hit.span}
        bound = yielding_in(said, heard) if may_yield(said) else {}
        aside = origins_in(said) | bound.keys()
        meant = (hit for hit in heard if (hit.label, hit.position) not in mistaken)
        return [hit for hit in meant if hit.strength >= PHRASE or hit.position not in aside], bound


def _surest(hits: Iterable[Hit]) -> tuple[str, ...]:
    best: dict[str, tuple[float, int]] = defaultdict(lambda: (0.0, 0))
    for hit in hits:
        best[hit.label] = max(best[hit.label], (hit.strength, -hit.position))
    return tuple(sorted(best, key=lambda tag: best[tag], reverse=True))[:MOST]


@cache
def ordinary_words() -> frozenset[str]:
    """Return folded words that never point to a topic."""
    return frozenset(word for group in read_mapping(FOLDER / "ordinary_words.yml").values() for word in group)


@cache
def stop_words() -> frozenset[str]:
    """Return folded words that are no use in a search; words that only look like a topic are."""
    groups = read_mapping(FOLDER / "ordinary_words.yml")
    return frozenset(groups["small"] + groups["about_learning"])


@cache
def light_words() -> frozenset[str]:
    """Return folded words that are what somebody wants only when they say nothing else, such as "praten"."""
    return frozenset(read_mapping(FOLDER / "light_words.yml")["light"])


@cache
def empty_ends() -> frozenset[str]:
    """Return folded words that end a compound without saying what it is about, such as "cursus" in "lascursus"."""
    return frozenset(read_mapping(FOLDER / "ordinary_words.yml")["ends"])


@cache
def load_interests() -> InterestVocabulary:
    """Return the vocabulary that is shipped."""
    return InterestVocabulary(read_mapping(FOLDER / "interests.yml"), ordinary_words())
