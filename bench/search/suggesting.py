"""Measures one way of suggesting at one size, in a process of its own so that its memory is its own: prints a line of JSON."""

import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import batched
from pathlib import Path
from typing import Protocol

from bench.search.measure import items
from bench.search.metrics import Times
from bench.search.stock import memory_of
from bench.search.suggesting_stock import SortedList, postgres_order
from bench.search.wishes import lively, wishes
from bot.catalogue.interests import load_interests
from bot.catalogue.models import Item
from bot.catalogue.regions import load_regions
from bot.catalogue.suggestions import SuggestionService
from bot.catalogue.wanted import Wanted
from bot.store.database.engine import make_engine
from bot.store.database.metadata import metadata
from bot.store.database.sealing import Sealer
from bot.store.work import Store

_BATCH = 1_000
_PATIENCE = 30.0
"""Seconds that the wishes of one kind may take: the rest of them is not asked of who is slow."""


class Suggester(Protocol):
    """A way of suggesting."""

    def suggest(self, wanted: Wanted) -> Sequence[object]:
        """Return at most three suggestions."""

    def memory(self) -> float:
        """Return what it uses now, in MB."""


class Ours:
    """``SuggestionService`` on a store, as the product has it."""

    def __init__(self, items: Iterable[Item], folder: Path) -> None:
        engine = make_engine(f"sqlite:///{folder / 'duwtje.db'}")
        metadata.create_all(engine)
        store = Store(engine, Sealer("a secret for a measurement"))
        for batch in batched(items, _BATCH):
            with store.work() as work:
                work.items.upsert(batch)
        self._service = SuggestionService(store.work, load_interests(), load_regions())
        self._service.prepare()

    def suggest(self, wanted: Wanted) -> Sequence[object]:
        return self._service.suggest(wanted).items

    def memory(self) -> float:
        return memory_of("self")


@contextmanager
def _ours(items: Iterable[Item]) -> Iterator[Suggester]:
    with tempfile.TemporaryDirectory(prefix="duwtje-bench-") as folder:
        yield Ours(items, Path(folder))


@contextmanager
def _sorted(items: Iterable[Item]) -> Iterator[Suggester]:
    yield SortedList(items)


WAYS: dict[str, Callable[[Iterable[Item]], AbstractContextManager[Suggester]]] = {
    "ours": _ours,
    "every item, sorted": _sorted,
    "PostgreSQL dutch, ORDER BY": postgres_order,
}


def measure(way: str, size: int) -> dict[str, float]:
    """Return how long suggestions among ``size`` items take by the kind of wish, and what it all uses."""
    before = memory_of("self")
    with WAYS[way](lively(items(size))) as suggester:
        numbers: dict[str, float] = {}
        for kind, wanted in wishes().items():
            numbers |= {f"{kind} {key}": value for key, value in _timed(suggester, wanted).items()}
        in_own_process = way != "PostgreSQL dutch, ORDER BY"
        numbers["memory"] = suggester.memory() - (before if in_own_process else 0)
    return numbers if in_own_process else {key: value for key, value in numbers.items() if not key.endswith("cpu")}


def _timed(suggester: Suggester, wishes: Sequence[Wanted]) -> dict[str, float]:
    times = Times()
    suggester.suggest(wishes[0])
    for wanted in wishes:
        with times.one():
            suggester.suggest(wanted)
        if times.total > _PATIENCE * 1000:
            break
    return times.numbers()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(sys.argv[1], int(sys.argv[2]))) + "\n")
