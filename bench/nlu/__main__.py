"""``python -m bench.nlu``: Duwtje's understanding beside stock Rasa, on the same examples and the same held-out sentences.

The first run trains stock DIET on all examples, which takes more than an hour; its model is kept in the home folder until they
change. ``--as-they-were`` lets both sides learn from those of the last time; the page says which.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.nlu.candidate import Reading, read_with
from bench.nlu.learning import Lesson, everything, misspelled, sample, told
from bench.nlu.outcome import Outcome
from bench.nlu.sample import measured_on
from bench.nlu.table import MISSPELLED, OF_ALL, REPORT, as_page, rows
from bench.report import write
from bot.settings import Settings
from tests.nlu.noise import KINDS
from tests.nlu.sentences import Sentence

STOCK, OURS = "diet", "ours"
PIPELINES = (STOCK, "rasa_regression", "letters", "letters_sounds", OURS, "vectors", "machine")
"""Each of them learns from the sample and from all examples."""


def main() -> None:
    """Measure every pipeline and write what came out; what was measured before and did not change is not measured again."""
    folder = Settings().home / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    whole = everything(folder, as_it_is="--as-they-were" in sys.argv)
    outcomes = [*_compared(sample(), "", folder), *_compared(whole, OF_ALL, folder)]
    which = told(whole, next(each.reading.trained_on[:10] for each in outcomes if each.name == STOCK + OF_ALL))
    write("nlu", rows(outcomes), note=f"all examples: {which}")
    REPORT.write_text(as_page(outcomes, which), "utf-8")


def _compared(lesson: Lesson, ending: str, folder: Path) -> Iterator[Outcome]:
    """Every pipeline after the same lesson, and ours also after that lesson with misspelled copies; names get the ``ending``."""
    meant, stock = measured_on(), STOCK + ending
    for name in PIPELINES:
        yield _outcome(name + ending, name, stock, lesson, meant, folder)
    yield _outcome(MISSPELLED + ending, OURS, stock, misspelled(lesson, folder), meant, folder)


def _outcome(name: str, pipeline: str, stock: str, lesson: Lesson, meant: Sequence[Sentence], folder: Path) -> Outcome:
    reading = read_with(pipeline, lesson.file, _said(meant), folder)
    sys.stderr.write(f"{name}: trained in {reading.train_seconds:.0f} s of processor time\n")
    return Outcome(name, stock, lesson.count, [each.intent for each in meant], _by_kind(reading, len(meant)), reading)


def _said(meant: Sequence[Sentence]) -> list[str]:
    return [" ".join(noisy(each.text).split()) for noisy in KINDS.values() for each in meant]


def _by_kind(reading: Reading, count: int) -> dict[str, list[dict[str, float]]]:
    parts = [list(map(dict, reading.rankings[at * count : (at + 1) * count])) for at in range(len(KINDS))]
    return dict(zip(KINDS, parts, strict=True))


if __name__ == "__main__":
    main()
