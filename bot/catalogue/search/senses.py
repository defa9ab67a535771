"""In which sense somebody says each word of a wish: by itself, as a part of a phrase, or as a detail of what they want."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from bot.catalogue.interests import AND, load_interests
from bot.catalogue.wordlist import EXACT, PHRASE, Hit
from bot.language.words.fold import words_of


class Bond(Enum):
    """How firmly a word belongs to its topics."""

    OWN = "own"
    """It points to them by itself, or to none: "lassen"."""
    BOUND = "bound"
    """It does so only here: "energie" in "meer energie", "schrijven" in "arabisch schrijven"."""
    DETAIL = "detail"
    """It points to none, and is said beside a word that does: "toets" in "de toets van een piano"."""


@dataclass(frozen=True)
class Sense:
    """The topics that a word is about, and how firmly."""

    topics: frozenset[str] = frozenset()
    bond: Bond = Bond.OWN

    def is_elsewhere(self, topics: Sequence[str]) -> bool:
        """Return whether something about ``topics`` is about other things than this."""
        return bool(self.topics and topics) and self.topics.isdisjoint(topics)


def senses_in(text: str) -> list[Sense]:
    """Return the sense of each word of ``text``, which holds nothing that is not wanted."""
    hits, bound = load_interests().hits_and_yielding(text)
    pieces = _pieces(text)
    return [_sense(at, hits, bound.get(at), pieces) for at in range(len(pieces))]


def _sense(at: int, hits: Sequence[Hit], bound: frozenset[str] | None, pieces: Sequence[int]) -> Sense:
    here = [hit for hit in hits if at in hit.span and hit.strength >= EXACT]
    topics = frozenset(hit.label for hit in here)
    if bound or any(hit.strength >= PHRASE for hit in here):
        return Sense(bound or topics, Bond.BOUND)
    beside = frozenset(hit.label for hit in hits if hit.strength >= EXACT and pieces[hit.position] == pieces[at])
    return Sense(topics) if topics or not beside else Sense(beside, Bond.DETAIL)


def _pieces(text: str) -> list[int]:
    """Return for each word of ``text`` in which of the pieces it stands that are named beside each other."""
    ends, counted = [0, *(match.end() for match in AND.finditer(text)), len(text)], list[int]()
    for number, (begin, end) in enumerate(pairwise(ends)):
        counted += [number] * len(words_of(text[begin:end]))
    return counted
