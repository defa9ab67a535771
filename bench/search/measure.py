"""Measures one way of searching at one size, in a process of its own so that its memory is its own: prints a line of JSON."""

import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from statistics import fmean
from typing import Protocol

from bench.search.crowd import crowd
from bench.search.metrics import Times, ndcg, recall
from bench.search.others import PostgresTrigrams, TantivyStemmed
from bench.search.ours import Ours
from bench.search.queries import Asked, held_out, tuning
from bench.search.stock import Fts5, Postgres, memory_of
from bot.catalogue.importers.demo import read_demo
from bot.catalogue.importers.raw import RawReader
from bot.catalogue.interests import load_interests
from bot.catalogue.models import Item
from bot.catalogue.regions import load_regions


class System(Protocol):
    """A way of searching."""

    def find(self, text: str) -> list[str]:
        """Return the source ids of at most ten items, best first."""

    def memory(self) -> float:
        """Return what it uses now, in MB."""


SYSTEMS: dict[str, Callable[[Iterable[Item], Path], System]] = {
    "ours": Ours,
    "ours, words only": lambda items, folder: Ours(items, folder, topics=False),
    "ours, without synonyms": lambda items, folder: Ours(items, folder, synonyms=False),
    "ours, words only, without synonyms": lambda items, folder: Ours(items, folder, topics=False, synonyms=False),
    "SQLite FTS5": Fts5,
    "SQLite FTS5, trigrams": lambda items, folder: Fts5(items, folder, tokenizer="trigram"),
    "PostgreSQL dutch": Postgres,
    "PostgreSQL, trigrams": PostgresTrigrams,
    "Tantivy, its Dutch stemmer": TantivyStemmed,
}


class Timed:
    """Items as they come; ``seconds`` tells how long they took to make, which is no part of indexing them."""

    def __init__(self, source: Iterator[Item]) -> None:
        self.seconds = 0.0
        self._source = source

    def __iter__(self) -> Iterator[Item]:
        return self

    def __next__(self) -> Item:
        start = time.perf_counter()
        try:
            return next(self._source)
        finally:
            self.seconds += time.perf_counter() - start


def measure(name: str, size: int, every: int = 1) -> dict[str, float]:
    """Return what ``name`` does among ``size`` items; ``every``: ask one query out of so many."""
    with tempfile.TemporaryDirectory(prefix="duwtje-bench-") as folder:
        before, start, making = memory_of("self"), time.perf_counter(), Timed(items(size))
        system = SYSTEMS[name](making, Path(folder))
        seconds = time.perf_counter() - start - making.seconds
        with closing(system) if isinstance(system, Postgres) else nullcontext():
            for asked in tuning()[::every]:
                system.find(asked.text)
            numbers = _ask(system, held_out()[::every])
            used = system.memory() - (0 if isinstance(system, Postgres) else before)
            if isinstance(system, Postgres):
                del numbers["cpu"]  # another process did the work
        return numbers | {"index": seconds, "memory": used}


def items(size: int) -> Iterator[Item]:
    """Yield the demo catalogue and around it a crowd, ``size`` in all."""
    reader = RawReader("demo", load_interests().tags, load_regions())
    demo = [reader.item(record) for _, record in read_demo()]
    yield from demo
    yield from crowd(size - len(demo))


def _ask(system: System, queries: Iterable[Asked]) -> dict[str, float]:
    times = Times()
    quality: dict[str, list[float]] = defaultdict(list)
    for asked in queries:
        with times.one():
            found = system.find(asked.text)
        quality["ndcg"].append(ndcg(found, asked.grades))
        quality["recall"].append(recall(found, asked.grades))
        quality[f"ndcg {asked.style}"].append(quality["ndcg"][-1])
    means = {key: fmean(values) for key, values in quality.items()}
    return means | times.numbers()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))) + "\n")
