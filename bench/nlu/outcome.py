"""What a pipeline made of the held-out sentences, in figures, and how much more of them it has right than another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from bench.nlu.candidate import Reading
from tests.nlu.figures import accuracy, auroc, interval, macro_f1

OUTSIDE = "out_of_scope"


@dataclass(frozen=True)
class Outcome:
    """What a pipeline made of the same sentences, written in each way."""

    name: str
    """Key of ``bench.nlu.table.TITLES``."""
    stock: str
    """Name of the stock pipeline that learned from the same examples."""
    learned: int
    """How many sentences it learned from."""
    meant: Sequence[str]
    rankings: Mapping[str, Sequence[Mapping[str, float]]]
    """For each way of writing: confidence by intent, sentence by sentence."""
    reading: Reading

    def pairs(self, kind: str) -> list[tuple[str, str]]:
        """Return meant and heard for sentences written in a way."""
        return [(meant, _best(ranking)) for meant, ranking in zip(self.meant, self.rankings[kind], strict=True)]

    def rejects(self) -> float:
        """Return how well the confidence in anything of ours tells what is ours from what is not."""
        return _separation([(score, meant != OUTSIDE) for score, meant in zip(self._sureness(), self.meant, strict=True)])

    def rejects_between(self) -> tuple[float, float]:
        """Return between what ``rejects`` lies in 95 of 100 draws of the sentences."""
        sure = zip(self._sureness(), self.meant, strict=True)
        return interval(_separation, [(score, meant != OUTSIDE) for score, meant in sure])

    def _sureness(self) -> list[float]:
        """Return how sure it is of anything of ours, sentence by sentence."""
        return [max((c for name, c in each.items() if name != OUTSIDE), default=0.0) for each in self.rankings["clean"]]

    def figures(self) -> dict[tuple[str, str], float]:
        """Return every number by name and unit."""
        found: dict[tuple[str, str], float] = {}
        for title, figure in (("accuracy", accuracy), ("macro-F1", macro_f1)):
            found |= {(f"{title}, {kind}", "share"): figure(self.pairs(kind)) for kind in self.rankings}
            low, high = interval(figure, self.pairs("clean"))
            found |= {(f"{title}, clean, low end", "share"): low, (f"{title}, clean, high end", "share"): high}
        found["out of scope, AUROC", "share"] = self.rejects()
        low, high = self.rejects_between()
        found |= {("out of scope, AUROC, low end", "share"): low, ("out of scope, AUROC, high end", "share"): high}
        found["training", "processor s"] = self.reading.train_seconds
        found["a message", "processor ms"] = median(self.reading.milliseconds)
        found["memory", "MB"] = self.reading.memory
        found["model", "MB"] = self.reading.size
        return found


def gain(one: Outcome, other: Outcome, kind: str) -> tuple[float, float, float]:
    """Return how much more of the same sentences ``one`` has right than ``other``, as a share, and its ends in 95 of 100 draws."""
    both = zip(one.pairs(kind), other.pairs(kind), strict=True)
    won = [int(meant == heard) - int(meant == others) for (meant, heard), (_, others) in both]
    return _mean(won), *interval(_mean, won)


def _mean(numbers: Sequence[int]) -> float:
    return sum(numbers) / len(numbers)


def _separation(scored: Sequence[tuple[float, bool]]) -> float:
    inside, outside = ([score for score, ours in scored if ours is wanted] for wanted in (True, False))
    # A draw may miss the few sentences of one side: then nothing is told apart.
    return auroc(inside, outside) if inside and outside else 0.5


def _best(ranking: Mapping[str, float]) -> str:
    return max(ranking, key=lambda name: ranking[name], default="")
