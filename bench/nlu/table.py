"""The comparison as rows for the archive and as a page for people."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from bench.nlu.candidate import Reading
from bench.nlu.sample import PER_INTENT
from bench.report import Row, machine
from tests.nlu.figures import accuracy, auroc, interval, macro_f1
from tests.nlu.sentences import ROOT

REPORT = ROOT / "docs" / "reference" / "nlu-bench.md"
OUTSIDE = "out_of_scope"
TITLES = {
    "diet": "stock Rasa (DIET, 100 epochs)",
    "rasa_regression": "Rasa's logistic regression, words and letters",
    "letters": "letters",
    "letters_sounds": "letters, sounds",
    "letters_vectors": "letters, sentence vectors",
    "ours": "letters, sounds, vectors: Duwtje's",
    "machine": "the same by a support vector machine",
    "ours_misspelled": "Duwtje's, with misspelled copies",
    "diet_all": "stock Rasa (DIET, 100 epochs), all examples",
    "ours_all": "Duwtje's, all examples",
    "everything": "Duwtje's, all examples, small answers",
}


@dataclass(frozen=True)
class Outcome:
    """What a pipeline made of the same sentences, written in each way."""

    name: str
    """Key of ``TITLES``."""
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
        sure = [max((c for name, c in each.items() if name != OUTSIDE), default=0.0) for each in self.rankings["clean"]]
        inside = [score for score, meant in zip(sure, self.meant, strict=True) if meant != OUTSIDE]
        return auroc(inside, [score for score, meant in zip(sure, self.meant, strict=True) if meant == OUTSIDE])

    def figures(self) -> dict[tuple[str, str], float]:
        """Return every number by name and unit."""
        found: dict[tuple[str, str], float] = {}
        for title, figure in (("accuracy", accuracy), ("macro-F1", macro_f1)):
            found |= {(f"{title}, {kind}", "share"): figure(self.pairs(kind)) for kind in self.rankings}
            low, high = interval(figure, self.pairs("clean"))
            found |= {(f"{title}, clean, low end", "share"): low, (f"{title}, clean, high end", "share"): high}
        found["out of scope, AUROC", "share"] = self.rejects()
        found["training", "processor s"] = self.reading.train_seconds
        found["a message", "processor ms"] = median(self.reading.milliseconds)
        found["memory", "MB"] = self.reading.memory
        found["model", "MB"] = self.reading.size
        return found


def rows(outcomes: Sequence[Outcome]) -> list[Row]:
    """Return all figures, each beside that of the stock pipeline that learned from the same examples."""
    all_figures = {each.name: each.figures() for each in outcomes}
    return [
        Row(f"{TITLES[each.name]}: {name}", round(value, 4), unit, round(all_figures[each.stock][name, unit], 4))
        for each in outcomes
        for (name, unit), value in all_figures[each.name].items()
    ]


def as_page(outcomes: Sequence[Outcome], which: str) -> str:
    """Return the comparison in Markdown; ``which`` says what all examples were."""
    return "\n".join(_page(outcomes, which)) + "\n"


def _page(outcomes: Sequence[Outcome], which: str) -> Iterator[str]:
    meant, kinds = outcomes[0].meant, list(outcomes[0].rankings)
    outside = list(meant).count(OUTSIDE)
    yield "# Ways to understand, compared"
    yield "Written by `make bench-nlu`; do not edit. Why this one was chosen: [decision 7](../decisions/0007-understanding.md)."
    yield ""
    yield "Rows that learned from as many sentences learned from the same ones, and only those may be compared. The small set is"
    yield f"{PER_INTENT} examples of each intent (`bench/nlu/examples.yml`), or those and misspelled copies; all examples are"
    yield f"{which}. All read the same {len(meant)} held-out sentences ({outside} of them out of scope), a third of what"
    yield f"`tests/nlu/splits.py` keeps for measuring, in {len(kinds)} ways: {', '.join(kinds)} (`tests/nlu/noise.py`). Between brackets:"
    yield "95 of 100 bootstrap draws."
    yield ""
    yield "Costs are processor time on one core, Rasa's own start included; memory is the most that the reading process had. DIET learns"
    yield "the entities too, at which the other rows do not look. A part of Duwtje's that is left out weighs nothing but is still"
    yield "computed, and the machine comes beside the regression: what those rows cost is not less than the whole."
    yield f"Measured on {machine()}."
    yield ""
    noisy = " / ".join(kinds[1:])
    yield f"| | learned from | accuracy (95 %) | {noisy} | macro-F1 (95 %) | {noisy} | out of scope, AUROC |"
    yield "|---|---|---|---|---|---|---|"
    yield from (_quality(each, kinds) for each in outcomes)
    yield ""
    yield "| | learned from | training, s | a message, ms (median) | memory, MB | model, MB |"
    yield "|---|---|---|---|---|---|"
    yield from (_costs(each) for each in outcomes)


def _quality(outcome: Outcome, kinds: Sequence[str]) -> str:
    found = {name: value for (name, _), value in outcome.figures().items()}
    cells = [TITLES[outcome.name], f"{outcome.learned:,}"]
    for title in ("accuracy", "macro-F1"):
        clean, low, high = (found[f"{title}, clean{end}"] for end in ("", ", low end", ", high end"))
        cells += [f"{clean:.3f} ({low:.3f}–{high:.3f})", " / ".join(f"{found[f'{title}, {kind}']:.3f}" for kind in kinds[1:])]
    return f"| {' | '.join(cells)} | {found['out of scope, AUROC']:.3f} |"


def _costs(outcome: Outcome) -> str:
    found = {name: value for (name, _), value in outcome.figures().items()}
    cells = (TITLES[outcome.name], f"{outcome.learned:,}", f"{found['training']:,.0f}", f"{found['a message']:.1f}")
    return f"| {' | '.join(cells)} | {found['memory']:,.0f} | {found['model']:.1f} |"


def _best(ranking: Mapping[str, float]) -> str:
    return max(ranking, key=lambda name: ranking[name], default="")
