"""How Dutch words sound: people who write by ear and people who write by the book come out alike."""

import re

_SOUNDS = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (r"eij|eyj|ij|ei|ey|(?<![aeou])y", "y"),
        (r"ou|au", "au"),
        (r"^sk", "sg"),
        (r"(?<=[aeiou])ch(?=[aeiou])", "gg"),
        (r"ch", "g"),
        (r"ck", "kk"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"^ph|(?<=[eo])ph(?=o)", "f"),
        (r"th|dt", "t"),
        (r"qu", "kw"),
        (r"x", "ks"),
        (r"v", "f"),
        (r"z", "s"),
        (r"([aeiou])\1{2,}", r"\1\1"),
    )
)
_DOUBLE_CONSONANT = re.compile(r"([^aeiou])\1+")


def sound_of(folded: str) -> str:
    """Return how a folded word sounds, so that ``skool`` and ``school`` are one."""
    return single(spelt_by_sound(folded))


def spelt_by_sound(folded: str) -> str:
    """Return the same with its double consonants, which endings are told by."""
    for pattern, spelling in _SOUNDS:
        folded = pattern.sub(spelling, folded)
    return folded


def single(text: str) -> str:
    """Return ``text`` with every double consonant written once."""
    return _DOUBLE_CONSONANT.sub(r"\1", text)
