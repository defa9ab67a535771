"""Figures over many answers: F1 over intents, how far chance may move a figure, and how well a score separates two groups."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

DRAWS = 300
BINS = 10


@dataclass(frozen=True)
class Bin:
    """Answers that a model was about as sure of: how sure, and how often it was right."""

    count: int
    sure: float
    right: float


def accuracy(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the share of ``(meant, heard)`` that agree."""
    return sum(meant == heard for meant, heard in pairs) / len(pairs)


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the mean F1 over the intents that were meant, each counting as much."""
    meant, heard = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    right = Counter(one for one, other in pairs if one == other)
    return sum(2 * right[each] / (meant[each] + heard[each]) for each in meant) / len(meant)


def interval[T](figure: Callable[[Sequence[T]], float], pairs: Sequence[T]) -> tuple[float, float]:
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


def bins(answers: Sequence[tuple[float, bool]]) -> Iterator[Bin]:
    """Return the answers, as confidence and whether right, by tenths of confidence; tenths without answers are left out."""
    for at in range(BINS):
        these = [(sure, right) for sure, right in answers if min(int(sure * BINS), BINS - 1) == at]
        if these:
            yield Bin(len(these), sum(sure for sure, _ in these) / len(these), sum(right for _, right in these) / len(these))


def calibration_error(answers: Sequence[tuple[float, bool]]) -> float:
    """Return how far confidence lies from the share that is right, on average over the answers (expected calibration error)."""
    return sum(each.count * abs(each.sure - each.right) for each in bins(answers)) / len(answers)
