"""Hears despair that no list holds, by weighing pieces of words against examples. It only ever makes us ask: "Gaat het wel met je?"

The weights are learned by ``python -m tests.safety.learn`` (logistic regression); docs/reference/safety.md says how much they hear.
"""

import json
from collections.abc import Iterator
from functools import cache
from math import sqrt
from pathlib import Path
from typing import Any

from bot.language.phrases import Words

WEIGHTS = Path(__file__).parent / "learned" / "despair.json"
MOST_WORDS = 60
"""Words that are weighed: those of a long story would weigh each other down, and what matters stands at its end."""
FEWEST_WORDS = 3
"""Words of a message that is weighed: what a word or two say by themselves is for the lists."""
_LONGEST_PHRASE = 3
_PIECES = range(3, 6)
"""Letters in a piece of a word, its ends included."""


def sounds_desperate(words: Words) -> bool:
    """Return whether folded ``words`` sound like what people type who do not want to live; pure, a twentieth of a millisecond."""
    return len(words) >= FEWEST_WORDS and weigh(words) >= float(_learned()["threshold"])


def weigh(words: Words) -> float:
    """Return how much folded ``words`` sound like despair, as log-odds; what was never seen weighs nothing."""
    pieces, weights = pieces_of(words), _learned()["weights"]
    known = (weights[piece] for piece in pieces if piece in weights)
    return float(_learned()["bias"] + sum(known) / sqrt(max(len(pieces), 1)))


def pieces_of(words: Words) -> frozenset[str]:
    """Return the phrases of up to three words and the pieces of words in the last ``MOST_WORDS`` of ``words``."""
    last = words[-MOST_WORDS:]
    return frozenset([*_phrases(last), *_letters(last)])


def _phrases(words: Words) -> Iterator[str]:
    for length in range(1, _LONGEST_PHRASE + 1):
        for at in range(len(words) - length + 1):
            yield " ".join(words[at : at + length])


def _letters(words: Words) -> Iterator[str]:
    for word in words:
        ended = f"_{word}_"
        for length in _PIECES:
            for at in range(len(ended) - length + 1):
                yield f"~{ended[at : at + length]}"


@cache
def _learned() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(WEIGHTS.read_text("utf-8"))
    return content
