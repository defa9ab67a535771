"""Tells which words belong to what is named beside them: "schrijven" is about Dutch, "arabisch schrijven" about Arabic."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from bot.catalogue.wordlist import EXACT, Hit
from bot.language.words.yaml_files import read_mapping

DATA = Path(__file__).parent / "data" / "yielding.yml"
_FURTHEST = 3
"""Words between the two at most."""


def may_yield(folded: Iterable[str]) -> bool:
    """Return whether any of these words ever belongs to another."""
    return not _yields_to().keys().isdisjoint(folded)


def yielding_in(folded: Sequence[str], hits: Iterable[Hit]) -> Mapping[int, frozenset[str]]:
    """Return the places in ``folded`` of words that belong to something near them, each with its topics; ``hits`` are all topics."""
    sure = [hit for hit in hits if hit.strength >= EXACT]
    near = {at: _topics(at, folded, sure) for at, word in enumerate(folded) if word in _yields_to()}
    return {at: topics for at, topics in near.items() if topics}


def _topics(at: int, folded: Sequence[str], hits: Iterable[Hit]) -> frozenset[str]:
    to = _yields_to()[folded[at]]
    return frozenset(hit.label for hit in hits if hit.label in to and at not in hit.span and _are_one(folded, at, hit.position))


def _are_one(folded: Sequence[str], one: int, other: int) -> bool:
    first, last = sorted((one, other))
    return last - first <= _FURTHEST and not set(folded[first:last]) & _parts()


@cache
def _yields_to() -> Mapping[str, frozenset[str]]:
    return {word: frozenset(each["to"]) for each in read_mapping(DATA)["yields"] for word in each["words"]}


@cache
def _parts() -> frozenset[str]:
    return frozenset(read_mapping(DATA)["parts"])
