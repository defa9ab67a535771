"""Misspelled copies of examples, to learn from.

Its slips are not those of ``tests/nlu/noise.py``, which writes the sentences that are measured: a pipeline that learned
the very slips it is asked about would look better than it is.
"""

from collections.abc import Sequence
from dataclasses import replace

from tests.nlu.sentences import Sentence

LONG = 5
"""Letters. Shorter words are left alone: a slip makes another word of them."""


def with_slips(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return ``sentences`` and, where that makes a difference, a copy of each in which long words lost or swapped a letter."""
    copies = [replace(each, text=slipped(each.text), entities=frozenset()) for each in sentences]
    return [*sentences, *(copy for copy, each in zip(copies, sentences, strict=True) if copy.text != each.text)]


def slipped(text: str) -> str:
    """Return ``text`` in which long words lost the letter in their middle or swapped it with the next, in turn."""
    return " ".join(_slip(word, at) if len(word) >= LONG and word.isalpha() else word for at, word in enumerate(text.split(" ")))


def _slip(word: str, turn: int) -> str:
    middle = len(word) // 2
    before, letter, after = word[:middle], word[middle], word[middle + 1 :]
    return before + after if turn % 2 else before + after[0] + letter + after[1:]
