"""Compares thresholds by what they cost people. The one in use stays unless another is cheaper in 95 of 100 draws: less may be chance."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.nlu.figures import interval
from tests.nlu.sentences import Sentence
from tests.nlu.understanding import Understood

Cost = tuple[float, float]
"""What a sentence costs, and for how much it counts."""


@dataclass(frozen=True)
class Heard:
    """A sentence and what was made of it, written in each way. They are drawn together, for apart they are no news."""

    meant: str
    ways: tuple[Understood, ...]


@dataclass(frozen=True)
class Choice:
    """What a threshold costs, and between what the difference with the one in use lies in 95 of 100 draws."""

    threshold: float
    in_use: bool
    cost: float
    low: float
    high: float
    shares: Mapping[str, float]


def together(meant: Sequence[Sentence], *ways: Sequence[Understood]) -> list[Heard]:
    """Return each sentence with what was made of it in each of the ``ways`` of writing."""
    return [Heard(sentence.intent, heard) for sentence, heard in zip(meant, zip(*ways, strict=True), strict=True)]


def choices(
    steps: Sequence[float], in_use: float, costs: Callable[[float], Sequence[Cost]], shares: Callable[[float], Mapping[str, float]]
) -> Iterator[Choice]:
    """Return every step with what it costs; ``costs`` and ``shares`` tell that of a threshold, sentence by sentence and in all."""
    now = costs(in_use)
    for threshold in steps:
        beside = [(one, other, weight) for (one, weight), (other, _) in zip(costs(threshold), now, strict=True)]
        low, high = interval(_difference, beside)
        cost = sum(one for one, _, _ in beside) / sum(weight for _, _, weight in beside)
        yield Choice(threshold, threshold == in_use, cost, low, high, shares(threshold))


def _difference(costs: Sequence[tuple[float, float, float]]) -> float:
    return sum(one - other for one, other, _ in costs) / sum(weight for _, _, weight in costs)
