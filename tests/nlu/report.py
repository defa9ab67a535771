"""Write docs/reference/nlu.md: ``python -m tests.nlu.report``, or ``… report 4`` to read only every fourth sentence."""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import chain, islice

from tests.nlu.figures import accuracy, interval
from tests.nlu.noise import KINDS
from tests.nlu.score import Score, score
from tests.nlu.sentences import ROOT, Sentence
from tests.nlu.splits import calibration, examples, held_out
from tests.nlu.sureness import guesses, open_questions, reliability, zones
from tests.nlu.thresholds import together
from tests.nlu.told import told
from tests.nlu.understanding import Understood, trained_model, understand

REPORT = ROOT / "docs" / "reference" / "nlu.md"
PAIRS = 15
NOISY_EVERY = 5
"""Reading takes time: every fifth sentence is enough to see what noise does."""
MISTAKES_OF_AN_INTENT = 3
MISSED_OF_A_STYLE = 3


def write(every: int = 1) -> None:
    """Measure on the held-out sentences and write the report."""
    meant, chosen_on = held_out()[::every], calibration()[::every]
    noisy = {kind: [write_as(each.text) for each in meant[::NOISY_EVERY]] for kind, write_as in KINDS.items() if kind != "clean"}
    chosen = [[write_as(each.text) for each in chosen_on] for write_as in KINDS.values()]
    answers = iter(understand([each.text for each in meant] + list(chain(*noisy.values(), *chosen))))
    clean = list(islice(answers, len(meant)))
    scores = {"clean": score(meant, clean), "clean, the same fifth": score(meant[::NOISY_EVERY], clean[::NOISY_EVERY])}
    scores |= {kind: score(meant[::NOISY_EVERY], list(islice(answers, len(texts)))) for kind, texts in noisy.items()}
    calibrated = [list(islice(answers, len(texts))) for texts in chosen]
    heard = together(chosen_on, *calibrated)
    parts = [
        _head(meant),
        _kinds(scores),
        _styles(meant, clean),
        reliability(meant, clean),
        zones(chosen_on, calibrated[0]),
        open_questions(heard),
        guesses(heard),
        _intents(scores["clean"]),
        _pairs(scores["clean"]),
        _entities(scores["clean"]),
        _told(meant),
        _mistakes(meant, clean),
    ]
    REPORT.write_text("\n".join(chain(*parts)) + "\n", "utf-8")


def _head(meant: Sequence[Sentence]) -> Iterable[str]:
    learned = Counter(each.intent for each in examples())
    fewest, count = min(learned.items(), key=lambda each: each[1])
    yield "# How well Duwtje understands"
    yield "Written by `python -m tests.nlu.report`; do not edit. A change may not go under the floors in `tests/nlu/test_trained_model.py`."
    yield ""
    yield f"Learned from {sum(learned.values())} sentences for {len(learned)} intents (fewest: {count}, `{fewest}`)."
    yield f"Measured on {len(meant)} others, written by people who never saw the examples, in fourteen styles, as they reach Rasa in"
    yield f"the product: cleaned, and with slips mended. Model {trained_model()}, {datetime.now(UTC).date()}."
    yield 'Short everyday sentences that are examples too ("ik weet het niet") do not count.'


def _kinds(scores: dict[str, Score]) -> Iterable[str]:
    yield from ("", "## As written, and with noise", "| | sentences | right as best guess (95 %) | macro-F1 | acts on | of those right |")
    yield "|---|---|---|---|---|---|"
    for kind, total in scores.items():
        low, high = interval(accuracy, total.pairs)
        acts, right = total.sure / total.sentences, total.sure_and_right / total.sure
        best = f"{total.accuracy:.1%} ({low:.1%}–{high:.1%})"
        yield f"| {kind} | {total.sentences} | {best} | {total.macro_f1:.3f} | {acts:.1%} | {right:.1%} |"


def _styles(meant: Sequence[Sentence], heard: Sequence[Understood]) -> Iterable[str]:
    yield from ("", "## By style", "| style | sentences | right as best guess | acts on | of those right | missed most often |")
    yield "|---|---|---|---|---|---|"
    totals = {}
    for style in {each.style for each in meant}:
        chosen = [(one, other) for one, other in zip(meant, heard, strict=True) if one.style == style]
        totals[style] = score([one for one, _ in chosen], [other for _, other in chosen])
    for style, total in sorted(totals.items(), key=lambda each: each[1].accuracy):
        sure = f"{total.sure / total.sentences:.0%} | {total.sure_and_right / total.sure:.0%}"
        missed = Counter({name: tally.missed for name, tally in total.intents.items()}).most_common(MISSED_OF_A_STYLE)
        told = ", ".join(f"{name} ({times} of {times + total.intents[name].right})" for name, times in missed)
        yield f"| {_named(style)} | {total.sentences} | {total.accuracy:.1%} | {sure} | {told} |"


def _intents(total: Score) -> Iterable[str]:
    yield from ("", "## Intents, weakest first", "| intent | F1 | right | missed | wrongly taken for it |")
    yield "|---|---|---|---|---|"
    for name, tally in sorted(total.intents.items(), key=lambda each: each[1].f1):
        yield f"| {name} | {tally.f1:.2f} | {tally.right} | {tally.missed} | {tally.extra} |"


def _pairs(total: Score) -> Iterable[str]:
    yield from ("", "## Most mixed up", "| meant | understood | times |", "|---|---|---|")
    for (meant, heard), times in total.mixed_up.most_common(PAIRS):
        yield f"| {meant} | {heard} | {times} |"


def _entities(total: Score) -> Iterable[str]:
    yield from ("", "## Entities that are learned, to the letter", "| entity | F1 | right | missed | extra |", "|---|---|---|---|---|")
    for name, tally in sorted(total.entities.items()):
        yield f"| {name} | {tally.f1:.2f} | {tally.right} | {tally.missed} | {tally.extra} |"


def _told(meant: Sequence[Sentence]) -> Iterable[str]:
    yield from ("", "## What the product reads itself")
    yield "Right: the whole sentence gives the same as the marked words alone. Of the times many are weeks, not how long somebody has."
    yield from ("", "| | right | something else | missed | share right |", "|---|---|---|---|---|")
    for name, read in told(meant).items():
        yield f"| {name} | {read.right} | {read.other} | {read.missed} | {read.recall:.0%} |"


def _mistakes(meant: Sequence[Sentence], heard: Sequence[Understood]) -> Iterable[str]:
    yield from ("", "## What it still gets wrong", "Who writes training examples stops reading here.", "")
    yield from ("| said | in style | meant | understood |", "|---|---|---|---|")
    shown: Counter[str] = Counter()
    for one, other in sorted(zip(meant, heard, strict=True), key=lambda each: (each[0].intent, -each[1].confidence)):
        if one.intent != other.guess and shown[one.intent] < MISTAKES_OF_AN_INTENT:
            shown[one.intent] += 1
            yield f"| {one.text.replace('|', '/')} | {_named(one.style)} | {one.intent} | {other.guess} |"


def _named(style: str) -> str:
    return style.replace("_", " ")


if __name__ == "__main__":
    write(*map(int, sys.argv[1:]))
