"""``python -m bench.nlu``: Duwtje's understanding beside stock Rasa, on the same examples and the same held-out sentences."""

import sys
from collections.abc import Sequence
from pathlib import Path

from bench.nlu.candidate import Reading, read_with
from bench.nlu.sample import SAMPLE, measured_on, write
from bench.nlu.slips import with_slips
from bench.nlu.table import REPORT, Outcome, as_page, rows
from bench.report import write as keep
from bot.settings import Settings
from tests.nlu.noise import KINDS
from tests.nlu.sentences import Sentence, read
from tests.nlu.splits import examples

STOCK = "diet"
ALIKE = (STOCK, "rasa_regression", "letters", "letters_sounds", "letters_vectors", "ours", "machine")
"""Pipelines that learn from the sample."""


def main() -> None:
    """Measure every pipeline and write what came out; what was measured before and did not change is not measured again."""
    folder = Settings().home / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    misspelled = write(with_slips(read(SAMPLE)), folder / "misspelled.yml")
    everything = write(examples(), folder / "everything.yml")
    meant = measured_on()
    outcomes = [_outcome(name, name, SAMPLE, meant, folder) for name in ALIKE]
    outcomes += [_outcome("ours_misspelled", "ours", misspelled, meant, folder)]
    outcomes += [_outcome("everything", "whole", everything, meant, folder)]
    keep("nlu", rows(outcomes, STOCK))
    REPORT.write_text(as_page(outcomes), "utf-8")


def _outcome(name: str, pipeline: str, learned: Path, meant: Sequence[Sentence], folder: Path) -> Outcome:
    reading = read_with(pipeline, learned, _said(meant), folder)
    sys.stderr.write(f"{name}: trained in {reading.train_seconds:.0f} s of processor time\n")
    return Outcome(name, [each.intent for each in meant], _by_kind(reading, len(meant)), reading)


def _said(meant: Sequence[Sentence]) -> list[str]:
    return [" ".join(noisy(each.text).split()) for noisy in KINDS.values() for each in meant]


def _by_kind(reading: Reading, count: int) -> dict[str, list[dict[str, float]]]:
    parts = [list(map(dict, reading.rankings[at * count : (at + 1) * count])) for at in range(len(KINDS))]
    return dict(zip(KINDS, parts, strict=True))


if __name__ == "__main__":
    main()
