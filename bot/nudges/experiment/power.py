"""How many are needed to see a difference, and which difference so many can show. Two proportions, two-sided. Pure."""

from dataclasses import dataclass
from math import ceil, sqrt
from statistics import NormalDist

_NORMAL = NormalDist()
_HALVINGS = 60
"""Enough to find a number between 0 and 1 to the last digit of a float."""


@dataclass(frozen=True)
class Risks:
    """The mistakes that a test may make."""

    alpha: float = 0.05
    """Chance to see a difference that is not there."""
    power: float = 0.80
    """Chance to see the difference that is looked for when it is there."""


def needed(base: float, effect: float, risks: Risks, *, per_compared: float = 1.0) -> int:
    """Return how many must be compared with, to see ``base`` become ``base + effect`` when there are ``per_compared`` others for each.

    Formula 4.14 of Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (2003), without correction for continuity.
    """
    other = base + effect
    mean = (base + per_compared * other) / (1 + per_compared)
    no_difference = _NORMAL.inv_cdf(1 - risks.alpha / 2) * sqrt((1 + 1 / per_compared) * mean * (1 - mean))
    difference = _NORMAL.inv_cdf(risks.power) * sqrt(base * (1 - base) + other * (1 - other) / per_compared)
    return ceil((no_difference + difference) ** 2 / effect**2)


def detectable(base: float, compared: int, others: int, risks: Risks) -> float | None:
    """Return the smallest rise above ``base`` that so many can show; None when none can be."""
    if not compared or not others:
        return None
    low, high = 0.0, 1.0 - base
    if needed(base, high, risks, per_compared=others / compared) > compared:
        return None
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        enough = needed(base, middle, risks, per_compared=others / compared) <= compared
        low, high = (low, middle) if enough else (middle, high)
    return high
