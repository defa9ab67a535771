"""Finds sentences that are the same but for a letter or the order of the words."""

from collections.abc import Collection, Iterable, Iterator

from rapidfuzz import fuzz, process

from tests.nlu.sentences import Sentence

NEAR = 88
"""From this likeness (0 to 100, the share of letters that stay) on, two sentences count as one.

Read on the validation sentences: of the 20 likest pairs from 88 on all but one are one sentence with a slip or a small
word more; from 86 down frames are shared by sentences with another meaning ("nee is niet goed", "ik lees niet goed").
"""
SHORT = 2
"""Words. Up to so many, one letter makes another sentence ("de 1e", "de 2e"): only what is equal counts."""


def near(one: Collection[Sentence], others: Iterable[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Return the pairs of sentences from ``one`` and ``others`` that are nearly the same."""
    rest = list(others)
    for write in (_in_order, _sorted):
        written = [write(each) for each in rest]
        for sentence in one:
            least = 100 if sentence.words <= SHORT else NEAR
            for _, _, at in process.extract(write(sentence), written, scorer=fuzz.ratio, score_cutoff=least, limit=None):
                yield sentence, rest[at]


def _in_order(sentence: Sentence) -> str:
    return sentence.folded


def _sorted(sentence: Sentence) -> str:
    return " ".join(sorted(sentence.folded.split()))
