"""Figures over many answers: F1 over intents, how far chance may move a figure, and how well a score separates two groups."""

import random
from collections import Counter
from collections.abc import Callable, Sequence

DRAWS = 300


def accuracy(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the share of ``(meant, heard)`` that agree."""
    return sum(meant == heard for meant, heard in pairs) / len(pairs)


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the mean F1 over the intents that were meant, each counting as much."""
    meant, heard = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    right = Counter(one for one, other in pairs if one == other)
    return sum(2 * right[each] / (meant[each] + heard[each]) for each in meant) / len(meant)


def interval(figure: Callable[[Sequence[tuple[str, str]]], float], pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Return between what ``figure`` lies in 95 of 100 draws with replacement (the bootstrap); the same draws every time."""
    chance = random.Random(7)  # noqa: S311  # repeatable, not secret
    drawn = sorted(figure(chance.choices(pairs, k=len(pairs))) for _ in range(DRAWS))
    return drawn[round(0.025 * DRAWS)], drawn[round(0.975 * DRAWS) - 1]


def auroc(inside: Sequence[float], outside: Sequence[float]) -> float:
    """Return the chance that a score from ``inside`` beats one from ``outside``; 0.5 is guessing, 1 is perfect."""
    ranked = sorted([(score, 1) for score in inside] + [(score, 0) for score in outside])
    total, at = 0.0, 0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            end += 1
        total += (at + 1 + end) / 2 * sum(group for _, group in ranked[at:end])
        at = end
    return (total - len(inside) * (len(inside) + 1) / 2) / (len(inside) * len(outside))
