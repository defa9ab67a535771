"""The difference between two groups, with the interval that it lies in. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

_NORMAL = NormalDist()


@dataclass(frozen=True)
class Part:
    """How many had a good outcome, of how many."""

    good: int
    all: int

    @property
    def rate(self) -> float:
        """From 0 to 1."""
        return self.good / self.all

    def __add__(self, other: "Part") -> "Part":
        return Part(self.good + other.good, self.all + other.all)


NOBODY = Part(0, 0)


@dataclass(frozen=True)
class Interval:
    """A difference between rates, and between which two it lies at the level that was asked for."""

    difference: float
    low: float
    high: float


def between_people(others: Part, compared: Part, level: float) -> Interval:
    """Return ``others`` minus ``compared`` for people who each count once. Neither may be empty.

    Method 10 of Newcombe, Statistics in Medicine 17 (1998): the score intervals of Wilson, put together.
    """
    difference = others.rate - compared.rate
    (low, high), (low_compared, high_compared) = _wilson(others, level), _wilson(compared, level)
    down = sqrt((others.rate - low) ** 2 + (high_compared - compared.rate) ** 2)
    up = sqrt((high - others.rate) ** 2 + (compared.rate - low_compared) ** 2)
    return Interval(difference, difference - down, difference + up)


def between_choices(people: Iterable[tuple[Part, Part]], level: float) -> Interval:
    """Return the difference for choices, of which one person has several: ``people`` gives each one's others and compared.

    The variance is robust to that one person's choices resemble each other (sandwich, clustered by person, with the usual
    correction for few people). Neither side may be empty.
    """
    each = list(people)
    others, compared = sum((one for one, _ in each), NOBODY), sum((one for _, one in each), NOBODY)
    pulls = (_pull(mine, others) - _pull(theirs, compared) for mine, theirs in each)
    spread = sqrt(sum(pull**2 for pull in pulls) * len(each) / max(1, len(each) - 1))
    half = _NORMAL.inv_cdf((1 + level) / 2) * spread
    difference = others.rate - compared.rate
    return Interval(difference, difference - half, difference + half)


def is_uneven(others: int, compared: int, share: float, below: float = 0.001) -> bool:
    """Whether so few of all are ``compared``, or so many, that a fair draw with chance ``share`` does that less often than ``below``."""
    total = others + compared
    if not total:
        return False
    away = abs(compared - total * share) / sqrt(total * share * (1 - share))
    return 2 * (1 - _NORMAL.cdf(away)) < below


def _wilson(part: Part, level: float) -> tuple[float, float]:
    z2 = _NORMAL.inv_cdf((1 + level) / 2) ** 2
    middle = (part.good + z2 / 2) / (part.all + z2)
    half = sqrt(z2 * (part.rate * (1 - part.rate) * part.all + z2 / 4)) / (part.all + z2)
    return middle - half, middle + half


def _pull(mine: Part, all_of_it: Part) -> float:
    return (mine.good - mine.all * all_of_it.rate) / all_of_it.all
