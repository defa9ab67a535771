"""Hears what no list holds, by weighing pieces of words against examples. What is heard so is only a guess.

The weights are learned by ``python -m tests.safety.learn`` (logistic regression); docs/reference/safety.md says how much they hear.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import inf, sqrt
from pathlib import Path

from bot.language.words.phrases import Words

LEARNED = Path(__file__).parents[1] / "learned"
MOST_WORDS = 60
"""Words that are weighed: those of a long story would weigh each other down, and what matters stands at its end."""
FEWEST_WORDS = 3
"""Words of a message that is weighed: what a word or two say by themselves is for the lists."""
_LONGEST_PHRASE = 3
_FARTHEST = 4
"""How many words on the second word of a pair may stand: "niet meer … hoeven" is one way to say it, whatever stands between."""
_PIECES = range(3, 6)
"""Letters in a piece of a word, its ends included."""

Pieces = frozenset[str]


@dataclass(frozen=True)
class Scale:
    """What one thing sounds like that people may type."""

    bias: float
    threshold: float
    weights: Mapping[str, float]

    def weigh(self, pieces: Pieces) -> float:
        """Return how much ``pieces`` sound like it, as log-odds; what was never seen weighs nothing."""
        return self.bias + sum(self.weights.get(piece, 0.0) for piece in pieces) / sqrt(max(len(pieces), 1))

    def over(self, pieces: Pieces) -> float:
        """Return by how much ``pieces`` are over the threshold: less than nothing when it is only plain talk, or nothing can be weighed."""
        return self.weigh(pieces) - self.threshold if pieces else -inf


def pieces_of(words: Words) -> Pieces:
    """Return the phrases of up to three words, pairs of words apart and pieces of words in the last ``MOST_WORDS`` of folded ``words``."""
    last = words[-MOST_WORDS:] if len(words) >= FEWEST_WORDS else ()
    return frozenset([*_phrases(last), *_pairs(last), *_letters(last)])


@cache
def load_scale(name: str) -> Scale:
    """Read what was learned about ``name``."""
    learned = json.loads((LEARNED / f"{name}.json").read_text("utf-8"))
    return Scale(learned["bias"], learned["threshold"], learned["weights"])


def _phrases(words: Words) -> Iterator[str]:
    for length in range(1, _LONGEST_PHRASE + 1):
        for at in range(len(words) - length + 1):
            yield " ".join(words[at : at + length])


def _pairs(words: Words) -> Iterator[str]:
    for at, word in enumerate(words):
        for other in words[at + 2 : at + 1 + _FARTHEST]:
            yield f"{word}+{other}"


def _letters(words: Words) -> Iterator[str]:
    for word in words:
        ended = f"_{word}_"
        for length in _PIECES:
            for at in range(len(ended) - length + 1):
                yield f"~{ended[at : at + length]}"
