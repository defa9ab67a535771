"""How good a list of answers is: recall@10 and nDCG@10 with graded relevance (gain ``2^grade - 1``, discount ``log2(place + 1)``)."""

import math
from collections.abc import Iterable, Mapping, Sequence

DEPTH = 10


def recall(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return which share of what could be among the first ten is there."""
    return len(set(found[:DEPTH]) & grades.keys()) / min(len(grades), DEPTH)


def ndcg(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return how near the first ten are to the best order, from 0 to 1."""
    return _dcg(grades.get(id_, 0) for id_ in found[:DEPTH]) / _dcg(sorted(grades.values(), reverse=True)[:DEPTH])


def _dcg(grades: Iterable[int]) -> float:
    return sum((2.0**grade - 1.0) / math.log2(place + 1) for place, grade in enumerate(grades, start=1))


def percentile(values: Iterable[float], share: float) -> float:
    """Return the value below which ``share`` of ``values`` lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
