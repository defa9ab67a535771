"""Compounds of which the parts say nothing: a "paddenstoel" is no "stoel", an "aardappel" no "appel"."""

from functools import cache
from pathlib import Path

from bot.catalogue.dutch import word
from bot.language.words.yaml_files import read_mapping

DATA = Path(__file__).parents[1] / "data" / "opaque.yml"


@cache
def says_nothing_of(longer: str, part: str) -> bool:
    """Return whether ``part``, at the begin or the end of ``longer``, is only a piece of a compound that is about something else.

    Both are keys of ``bot.catalogue.dutch``. "Bospaddenstoel" says nothing of a chair either, "aardappelsoep" does say something of soup.
    """
    at_end = longer.endswith(part) and any(longer.endswith(whole) and whole.endswith(part) for whole in _wholes() if whole != part)
    at_begin = longer.startswith(part) and any(longer.startswith(whole) and whole.startswith(part) for whole in _wholes() if whole != part)
    return at_end or at_begin


@cache
def _wholes() -> frozenset[str]:
    return frozenset(word(each).key for each in read_mapping(DATA)["words"])
