"""How good a list of answers is, and how soon it comes: recall@10, nDCG@10 with graded relevance (gain ``2^grade - 1``, discount
``log2(place + 1)``), and percentiles of time."""

import math
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

DEPTH = 10


def recall(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return which share of what could be among the first ten is there."""
    return len(set(found[:DEPTH]) & grades.keys()) / min(len(grades), DEPTH)


def ndcg(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return how near the first ten are to the best order, from 0 to 1."""
    return _dcg(grades.get(id_, 0) for id_ in found[:DEPTH]) / _dcg(sorted(grades.values(), reverse=True)[:DEPTH])


def _dcg(grades: Iterable[int]) -> float:
    return sum((2.0**grade - 1.0) / math.log2(place + 1) for place, grade in enumerate(grades, start=1))


class Times:
    """How long something takes, by the clock and of the processor, in milliseconds."""

    def __init__(self) -> None:
        self._clock: list[float] = []
        self._own: list[float] = []

    @contextmanager
    def one(self) -> Iterator[None]:
        """Measure what happens in the block."""
        start, own_start = time.perf_counter(), time.process_time()
        yield
        self._clock.append((time.perf_counter() - start) * 1000)
        self._own.append((time.process_time() - own_start) * 1000)

    @property
    def total(self) -> float:
        """All of it together, by the clock."""
        return sum(self._clock)

    def numbers(self) -> dict[str, float]:
        """Return what is told of it."""
        return {"p50": percentile(self._clock, 0.5), "p95": percentile(self._clock, 0.95), "cpu": percentile(self._own, 0.95)}


def percentile(values: Iterable[float], share: float) -> float:
    """Return the value below which ``share`` of ``values`` lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
