"""Finds sentences that are the same but for a letter or the order of the words.

``python -m tests.nlu.likeness`` takes out of the examples what is too like a held-out sentence.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rapidfuzz import fuzz, process

from tests.nlu.sentences import EXAMPLES, Sentence, all_held_out, examples, parse

NEAR = 88
"""From this likeness (0 to 100, the share of letters that stay) on, two sentences count as one.

Read on the validation sentences: of the 20 likest pairs from 88 on all but one are one sentence with a slip or a small
word more; from 86 down frames are shared by sentences with another meaning ("nee is niet goed", "ik lees niet goed").
"""
SHORT = 2
"""Up to so many words people simply choose the same ones: only a sentence that is equal counts, and see ``held_out``."""


def near(one: Iterable[Sentence], others: Iterable[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Return the pairs of longer sentences from ``one`` and ``others`` that are nearly the same."""
    longer, rest = [each for each in one if _long(each)], [each for each in others if _long(each)]
    folded = [each.folded for each in rest]
    for sentence in longer:
        for scorer in (fuzz.ratio, fuzz.token_sort_ratio):
            for _, _, at in process.extract(sentence.folded, folded, scorer=scorer, score_cutoff=NEAR, limit=None):
                yield sentence, rest[at]


def _long(sentence: Sentence) -> bool:
    return len(sentence.folded.split()) > SHORT


def remove(texts: Iterable[str], path: Path) -> int:
    """Take the sentences with these texts out of the examples in ``path``; return how many lines went."""
    gone = set(texts)
    lines = path.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not (line.startswith("    - ") and parse(line.strip().removeprefix("- "), "").text in gone)]
    path.write_text("".join(kept), "utf-8")
    return len(lines) - len(kept)


if __name__ == "__main__":
    # Says how many and not which: who removes examples may well write others later.
    alike = {learned.text for _, learned in near(all_held_out(), examples())}
    sys.stdout.write(f"{remove(alike, EXAMPLES)}\n")
