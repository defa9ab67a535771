"""The examples that every candidate of the comparison learns from: ``examples.yml``.

They are kept in a file and not drawn anew at each run, because stock DIET would have to be trained again whenever
somebody writes an example. ``python -m bench.nlu.sample`` draws them again.
"""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from tests.nlu.likeness import near
from tests.nlu.sentences import Sentence, read
from tests.nlu.splits import examples, held_out

SAMPLE = Path(__file__).parent / "examples.yml"
PER_INTENT = 20
"""Examples of each intent."""


def measured_on() -> list[Sentence]:
    """Return the held-out sentences that are read: all but those that are nearly in the sample."""
    chosen = held_out()
    known = {meant.folded for meant, _ in near(chosen, read(SAMPLE))}
    return [each for each in chosen if each.folded not in known]


def sampled() -> list[Sentence]:
    """Return ``PER_INTENT`` examples of every intent, by lot; the same ones as long as the examples stay."""
    by_intent: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sorted(examples(), key=lambda each: hashlib.sha256(each.text.encode()).digest()):
        by_intent[sentence.intent].append(sentence)
    return [sentence for group in by_intent.values() for sentence in group[:PER_INTENT]]


def write(sentences: Sequence[Sentence], file: Path) -> Path:
    """Write ``sentences`` as Rasa reads them, entities and all; return the file."""
    lines = ['version: "3.1"', "nlu:"]
    for intent in sorted({each.intent for each in sentences}):
        lines += [f"- intent: {intent}", "  examples: |"]
        lines += [f"    - {_marked(each)}" for each in sentences if each.intent == intent]
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


def _marked(sentence: Sentence) -> str:
    text = sentence.text
    for kind, start, end in sorted(sentence.entities, key=lambda each: -each[1]):
        text = f"{text[:start]}[{text[start:end]}]({kind}){text[end:]}"
    return text


if __name__ == "__main__":
    write(sampled(), SAMPLE)
