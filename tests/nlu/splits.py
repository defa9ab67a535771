"""Which sentences serve for what: learning, rehearsing, choosing settings, measuring.

``python -m tests.nlu.splits`` takes out of the examples what is too like a held-out sentence.
"""

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from tests.nlu.likeness import near
from tests.nlu.sentences import ROOT, Sentence, parse, read

EXAMPLES = ROOT / "data" / "nlu.yml"
"""Learned from."""
REHEARSAL = ROOT / "tests" / "nlu"
"""``validation*.yml`` there: read while examples were written, to see what goes wrong, so they prove nothing."""
HELD_OUT = REHEARSAL / "held_out"
"""A file for each style, written by people who never saw the examples, and never read by who writes examples."""
EVERYBODY_SAYS = 4
"""Words. Up to so many, people choose the same ones by themselves: "ik weet het niet". See ``unseen``."""


@cache
def examples() -> tuple[Sentence, ...]:
    """Return what is learned from."""
    return tuple(read(EXAMPLES))


@cache
def rehearsal() -> tuple[Sentence, ...]:
    """Return what mistakes may be read of."""
    return unseen({each.folded: each for path in sorted(REHEARSAL.glob("validation*.yml")) for each in read(path)}.values())


@cache
def all_held_out() -> tuple[Sentence, ...]:
    """Return every held-out sentence."""
    return tuple(each for path in sorted(HELD_OUT.glob("*.yml")) for each in read(path))


@cache
def calibration() -> tuple[Sentence, ...]:
    """Return what settings and thresholds are chosen on: a quarter of the held-out sentences, by lot."""
    return tuple(each for each in unseen(all_held_out()) if _drawn(each))


@cache
def held_out() -> tuple[Sentence, ...]:
    """Return what is measured on: the other three quarters."""
    return tuple(each for each in unseen(all_held_out()) if not _drawn(each))


def _drawn(sentence: Sentence) -> bool:
    return hashlib.sha256(sentence.folded.encode()).digest()[0] < 64


def unseen(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """Return ``sentences`` without the short ones that somebody wrote down as an example too.

    An assistant has to know those, so they stay in the examples; knowing them by heart proves nothing, so they do not count.
    """
    sentences = list(sentences)
    known = {meant.folded for meant, _ in near([each for each in sentences if each.words <= EVERYBODY_SAYS], examples())}
    return tuple(each for each in sentences if each.folded not in known)


def too_like(sentences: Iterable[Sentence]) -> set[str]:
    """Return the examples that a longer one of ``sentences`` nearly repeats."""
    return {learned.text for _, learned in near([each for each in sentences if each.words > EVERYBODY_SAYS], examples())}


def remove(texts: Iterable[str], path: Path) -> int:
    """Take the sentences with these texts out of the examples in ``path``; return how many lines went."""
    gone = set(texts)
    lines = path.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not (line.startswith("    - ") and parse(line.strip().removeprefix("- "), "").text in gone)]
    path.write_text("".join(kept), "utf-8")
    return len(lines) - len(kept)


if __name__ == "__main__":
    # Says how many and not which: who removes examples may well write others later.
    sys.stdout.write(f"{remove(too_like(all_held_out()), EXAMPLES)}\n")
