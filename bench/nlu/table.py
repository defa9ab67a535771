"""The comparison as rows for the archive and as a page for people."""

from collections.abc import Iterator, Mapping, Sequence

from bench.nlu.outcome import OUTSIDE, Outcome, gain
from bench.nlu.sample import PER_INTENT
from bench.report import Row, machine
from tests.nlu.sentences import ROOT

REPORT = ROOT / "docs" / "reference" / "nlu-bench.md"
MISSPELLED = "ours_misspelled"
OF_ALL = "_all"
"""How the names end of what learned from all examples."""
TITLES = {
    "diet": "stock Rasa (DIET, 100 epochs)",
    "rasa_regression": "Rasa's logistic regression, words and letters",
    "letters": "letters",
    "letters_sounds": "letters, sounds",
    "ours": "letters, sounds, frame: Duwtje's",
    "vectors": "the same and sentence vectors",
    "machine": "the same by a support vector machine",
    MISSPELLED: "Duwtje's, with misspelled copies",
}
BESIDE = (
    ("letters_sounds", "letters"),
    ("ours", "letters_sounds"),
    ("vectors", "ours"),
    ("ours", "machine"),
    ("ours", "rasa_regression"),
    (MISSPELLED, "ours"),
    ("ours", "diet"),
)
"""Which is compared with which, sentence by sentence: what each part adds, and what the whole gains on stock."""


def rows(outcomes: Sequence[Outcome]) -> list[Row]:
    """Return all figures, each beside that of the stock pipeline that learned from the same examples."""
    all_figures = {each.name: each.figures() for each in outcomes}
    return [
        Row(f"{_title(each.name)}: {name}", round(value, 4), unit, round(all_figures[each.stock][name, unit], 4))
        for each in outcomes
        for (name, unit), value in all_figures[each.name].items()
    ]


def _title(name: str) -> str:
    short = name.removesuffix(OF_ALL)
    return TITLES[short] if short == name else f"{TITLES[short]}, all examples"


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
    yield f"{which}. All read the same {len(meant)} held-out sentences ({outside} of them out of scope), those that"
    yield f"`tests/nlu/splits.py` keeps for measuring, in {len(kinds)} ways: {', '.join(kinds)} (`tests/nlu/noise.py`). Between brackets:"
    yield "95 of 100 bootstrap draws."
    yield ""
    yield "Costs are processor time on one core, Rasa's own start included; memory is the most that the reading process had. DIET learns"
    yield "the entities too, at which the other rows do not look. A part of Duwtje's that is left out weighs nothing but is still"
    yield "counted, and the machine comes beside the regression: what those rows cost is not less than the whole."
    yield f"Measured on {machine()}."
    yield ""
    noisy = " / ".join(kinds[1:])
    yield f"| | learned from | accuracy (95 %) | {noisy} | macro-F1 (95 %) | {noisy} | out of scope, AUROC (95 %) |"
    yield "|---|---|---|---|---|---|---|"
    yield from (_quality(each, kinds) for each in outcomes)
    yield ""
    yield "The same sentences read by two of them, in points of accuracy (95 % of draws); what lies across zero may be chance."
    yield "A part that does not win here does not earn its weight."
    yield ""
    yield f"| | instead of | learned from | {' | '.join(kinds)} |"
    yield f"|---|---|---|{'---|' * len(kinds)}"
    yield from _paired({each.name: each for each in outcomes}, kinds)
    yield ""
    yield "| | learned from | training, s | a message, ms (median) | memory, MB | model, MB |"
    yield "|---|---|---|---|---|---|"
    yield from (_costs(each) for each in outcomes)


def _paired(outcomes: Mapping[str, Outcome], kinds: Sequence[str]) -> Iterator[str]:
    for name, other in [(name + ending, other + ending) for ending in ("", OF_ALL) for name, other in BESIDE]:
        if {name, other} <= outcomes.keys():
            gains = (gain(outcomes[name], outcomes[other], kind) for kind in kinds)
            cells = " | ".join(f"{mean * 100:+.1f} ({low * 100:+.1f} to {high * 100:+.1f})" for mean, low, high in gains)
            yield f"| {_title(name)} | {_title(other)} | {outcomes[name].learned:,} | {cells} |"


def _quality(outcome: Outcome, kinds: Sequence[str]) -> str:
    found = {name: value for (name, _), value in outcome.figures().items()}
    cells = [_title(outcome.name), f"{outcome.learned:,}"]
    for title in ("accuracy", "macro-F1"):
        clean, low, high = (found[f"{title}, clean{end}"] for end in ("", ", low end", ", high end"))
        cells += [f"{clean:.3f} ({low:.3f}–{high:.3f})", " / ".join(f"{found[f'{title}, {kind}']:.3f}" for kind in kinds[1:])]
    name = "out of scope, AUROC"
    return f"| {' | '.join(cells)} | {found[name]:.3f} ({found[f'{name}, low end']:.3f}–{found[f'{name}, high end']:.3f}) |"


def _costs(outcome: Outcome) -> str:
    found = {name: value for (name, _), value in outcome.figures().items()}
    cells = (_title(outcome.name), f"{outcome.learned:,}", f"{found['training']:,.0f}", f"{found['a message']:.1f}")
    return f"| {' | '.join(cells)} | {found['memory']:,.0f} | {found['model']:.1f} |"
