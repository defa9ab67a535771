"""What the product reads out of a sentence itself: a place, a price, a time, a rhythm, which one of a row."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from bot.catalogue.interests import load_interests
from bot.catalogue.reading import WishReader
from bot.catalogue.regions import load_regions
from bot.language.moments.rhythms import every_days_in, slower
from bot.language.numbers.amounts import euros_in, minutes_in, place_in_row
from tests.nlu.sentences import Sentence

Reader = Callable[[str], object]


@cache
def _wishes() -> WishReader:
    return WishReader(load_interests(), load_regions())


def _rhythm(text: str) -> object:
    days = every_days_in(text)
    return slower(text) if days is None else days


READERS: Mapping[str, Reader] = {
    "frequency": _rhythm,
    "ordinal": place_in_row,
    "place": lambda text: _wishes().read(text).place,
    "price": euros_in,
    "time": minutes_in,
}
"""Kinds that held-out sentences mark and no model learns, with what reads them in the product."""


@dataclass
class Told:
    """How marked words were read, with the whole sentence around them."""

    right: int = 0
    """As when they stand alone."""
    other: int = 0
    missed: int = 0

    @property
    def recall(self) -> float:
        """Share of the sentences with such a mark that were read right."""
        return self.right / max(self.right + self.other + self.missed, 1)


def told(sentences: Iterable[Sentence]) -> Mapping[str, Told]:
    """Return how the marks of ``sentences`` are read, by kind. What is not marked does not count: writers did not mark everything."""
    counted = {kind: Told() for kind in READERS}
    for sentence in sentences:
        for kind in {kind for kind, _, _ in sentence.entities} & READERS.keys():
            _count(counted[kind], READERS[kind], sentence, kind)
    return counted


def _count(counted: Told, read: Reader, sentence: Sentence, kind: str) -> None:
    heard = read(sentence.text)
    alone = [read(sentence.text[start:end]) for marked, start, end in sentence.entities if marked == kind]
    if heard is None:
        counted.missed += 1
    elif heard in alone:
        counted.right += 1
    else:
        counted.other += 1
