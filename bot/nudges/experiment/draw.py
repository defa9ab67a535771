"""Chance that can be drawn again: made from a salt and words, never from a source that forgets. Pure."""

from collections.abc import Sequence
from hashlib import sha256

_BITS: int = 53
"""As many as a float holds exactly."""


def draw(*words: str) -> float:
    """Return the number in [0, 1) that belongs to ``words``; other words, an unrelated number."""
    # Each with its length, so that no two lists of words read the same.
    written = "".join(f"{len(word)}:{word}" for word in words)
    drawn = int.from_bytes(sha256(written.encode()).digest()[:8]) >> (64 - _BITS)
    return drawn / float(2**_BITS)


def salt_of(secret: str) -> str:
    """Return the salt of the installation with this secret, the same in every process. It does not tell the secret."""
    return sha256(f"salt of the experiment {secret}".encode()).hexdigest()


def pick(chances: Sequence[float], drawn: float) -> int:
    """Return the place in ``chances``, which add up to 1, that ``drawn`` falls on."""
    reached = 0.0
    for place, chance in enumerate(chances):
        reached += chance
        if drawn < reached:
            return place
    return len(chances) - 1
