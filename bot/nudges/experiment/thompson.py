"""Thompson sampling without sampling: the chance that each of some nudges is the best one, worked out. Pure.

Thompson (1933) draws from what is believed about each option and takes the highest. The chance that an option wins that draw is
an integral; worked out on a grid it needs no random numbers, so that the chance of every choice can be kept and checked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import exp, log, log1p
from operator import mul

_CELLS = 200
_MIDDLES = tuple((cell + 0.5) / _CELLS for cell in range(_CELLS))


@dataclass(frozen=True)
class Tally:
    """How often something was taken up, of the times that it was seen."""

    good: int = 0
    seen: int = 0


PRIOR = Tally(1, 4)
"""Weighs as four nudges of which one was taken up, so that something new gets its chance and soon loses it again."""


def chances_best(tallies: Sequence[Tally]) -> list[float]:
    """Return for each of ``tallies`` the chance that its true rate is the highest of all. They add up to 1."""
    spreads = [_spread(tally) for tally in tallies]
    lower = [below for _, below in spreads]
    ahead = list(accumulate(lower, _product, initial=(1.0,) * _CELLS))
    behind = list(accumulate(reversed(lower), _product, initial=(1.0,) * _CELLS))[-2::-1]
    wins = [sum(map(mul, weights, _product(before, after))) for (weights, _), before, after in zip(spreads, ahead, behind, strict=False)]
    total = sum(wins)
    return [win / total for win in wins]


@lru_cache(maxsize=4096)
def _spread(tally: Tally) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return what is believed about a rate, a beta distribution: the weight of each cell, and the weight below its middle."""
    good, bad = PRIOR.good + tally.good, PRIOR.seen - PRIOR.good + tally.seen - tally.good
    logs = [(good - 1) * log(rate) + (bad - 1) * log1p(-rate) for rate in _MIDDLES]
    highest = max(logs)
    heights = [exp(one - highest) for one in logs]
    total = sum(heights)
    weights = tuple(height / total for height in heights)
    return weights, tuple(reached - weight / 2 for reached, weight in zip(accumulate(weights), weights, strict=True))


def _product(one: Sequence[float], other: Sequence[float]) -> tuple[float, ...]:
    return tuple(map(mul, one, other))
