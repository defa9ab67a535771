"""Write docs/reference/nlu.md: ``python -m tests.nlu.report``."""

from collections import Counter
from collections.abc import Iterable

from tests.nlu.score import Score, score
from tests.nlu.sentences import ROOT
from tests.nlu.splits import examples, held_out
from tests.nlu.understanding import understand

REPORT = ROOT / "docs" / "reference" / "nlu.md"
WORST = 12
PAIRS = 10


def write() -> Score:
    """Measure on the held-out sentences and write the report."""
    sentences = held_out()
    total = score(sentences, understand([each.text for each in sentences]))
    REPORT.write_text("\n".join([*_head(total), *_worst(total), *_pairs(total), *_entities(total)]) + "\n", "utf-8")
    return total


def _head(total: Score) -> Iterable[str]:
    learned = Counter(each.intent for each in examples())
    fewest, count = min(learned.items(), key=lambda each: each[1])
    yield "# How well Duwtje understands"
    yield "Written by `python -m tests.nlu.report`; do not edit. A change may not go under the floors in `tests/nlu/test_trained_model.py`."
    yield ""
    yield f"Learned from {sum(learned.values())} sentences for {len(learned)} intents (fewest: {count}, `{fewest}`). Measured on"
    yield f"{total.sentences} others that are never used for training: short, misspelt, dialect, learner Dutch, written apart."
    yield "Whoever adds examples has often seen these too, so read the numbers as a little too kind."
    yield ""
    yield "| | |"
    yield "|---|---|"
    yield f"| right as best guess | {total.accuracy:.1%} |"
    yield f"| macro-F1 | {total.macro_f1:.3f} |"
    yield f"| sure enough to answer | {total.sure / total.sentences:.1%} |"
    yield f"| of those right | {total.sure_and_right / total.sure:.1%} |"


def _worst(total: Score) -> Iterable[str]:
    yield from ("", "## Weakest intents", "| intent | F1 | right | missed | wrongly taken for it |", "|---|---|---|---|---|")
    for name, tally in sorted(total.intents.items(), key=lambda each: each[1].f1)[:WORST]:
        yield f"| {name} | {tally.f1:.2f} | {tally.right} | {tally.missed} | {tally.extra} |"


def _pairs(total: Score) -> Iterable[str]:
    yield from ("", "## Most mixed up", "| meant | understood | times |", "|---|---|---|")
    for (meant, heard), times in total.mixed_up.most_common(PAIRS):
        yield f"| {meant} | {heard} | {times} |"


def _entities(total: Score) -> Iterable[str]:
    yield from ("", "## Entities, to the letter", "| entity | F1 | right | missed | extra |", "|---|---|---|---|---|")
    for name, tally in sorted(total.entities.items()):
        yield f"| {name} | {tally.f1:.2f} | {tally.right} | {tally.missed} | {tally.extra} |"


if __name__ == "__main__":
    write()
