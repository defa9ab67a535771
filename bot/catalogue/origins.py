"""Tells where something comes from apart from its language: "nederlandse taart" is about baking, "nederlandse les" about Dutch."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from bot.language.words.yaml_files import read_mapping

DATA = Path(__file__).parent / "data" / "origins.yml"


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_mapping(DATA)[name])


def origins_in(folded: Sequence[str]) -> frozenset[int]:
    """Return the places in ``folded`` of words that only say where what follows comes from."""
    pairs = enumerate(pairwise(folded))
    return frozenset(at for at, (word, what) in pairs if word in _words("from") and what not in _words("language"))
