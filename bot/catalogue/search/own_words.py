"""Dutch words of their own, which nobody typed by mistake for another: "kraan" is no "kraam", "latere" no "liter"."""

from functools import cache
from pathlib import Path

from bot.language.words.yaml_files import read_mapping

DATA = Path(__file__).parents[1] / "data" / "own_words.yml"
SHORTEST = 4


@cache
def own_words() -> frozenset[str]:
    """Return the keys of ``bot.catalogue.dutch`` of such words."""
    return frozenset(read_mapping(DATA)["own"].split())
