"""Sees that somebody writes in another language, by letters that Dutch words do not have. The other languages are for Rasa to hear."""

import unicodedata

_NOT_DUTCH = frozenset("ąćęłńśźżğışđčřšžťďőűțș")
"""Polish, Turkish, Czech, Croatian, Hungarian, Romanian. Letters of loan words and of names that are common here are left out."""


def is_other_language(text: str) -> bool:
    """Return whether two words of ``text``, or half of it, cannot be Dutch: one word may be a name."""
    words = text.casefold().split()
    other = sum(any(map(_is_other, word)) for word in words)
    return other > 1 or 0 < len(words) <= 2 * other


def _is_other(sign: str) -> bool:
    return sign in _NOT_DUTCH or (sign.isalpha() and not unicodedata.name(sign, "").startswith("LATIN"))
