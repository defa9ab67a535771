"""Whether a person's own words came back, when they were typed with slips: word by word, and no more than the slips apart."""

import re

from rapidfuzz.distance import OSA

_WORD = re.compile(r"\w+")
LONG = 6
"""A word of so many letters may have two letters wrong, as a rule of sound changes; a shorter one has one."""


def are_in(own: str, heard: str, most: int = 2) -> bool:
    """Return whether the words of ``own`` stand in ``heard`` in a row, with at most ``most`` letters wrong in each."""
    wanted, said = words_in(own), words_in(heard)
    return any(_alike(wanted, said[at : at + len(wanted)], most) for at in range(len(said) - len(wanted) + 1))


def is_same(found: object, wanted: object, most: int = 2) -> bool:
    """Return whether two texts, or two lists of texts, are the same but for slips, capitals and punctuation."""
    if isinstance(found, list) and isinstance(wanted, list):
        return len(found) == len(wanted) and all(is_same(one, other, most) for one, other in zip(found, wanted, strict=True))
    if not isinstance(found, str) or not isinstance(wanted, str):
        return found == wanted
    return _alike(words_in(wanted), words_in(found), most)


def words_in(text: str) -> list[str]:
    """Return the words of ``text`` in small letters."""
    return _WORD.findall(text.casefold())


def _alike(wanted: list[str], said: list[str], most: int) -> bool:
    return len(wanted) == len(said) and all(_is_like(one, other, most) for one, other in zip(wanted, said, strict=True))


def _is_like(wanted: str, said: str, most: int) -> bool:
    return OSA.distance(wanted, said) <= (most if len(wanted) >= LONG else min(most, 1))
