"""Finds whole phrases in folded words."""

from collections.abc import Iterable


def says(words: Iterable[str], phrases: Iterable[str]) -> bool:
    """Return whether one of ``phrases`` stands in ``words``, word for word."""
    line = f" {' '.join(words)} "
    return any(f" {phrase} " in line for phrase in phrases)
