"""Hears that somebody says where they live, or names a place and nothing else."""

from functools import cache
from pathlib import Path

from bot.language.fold import squeeze, words_of
from bot.language.meant import meant_words
from bot.language.phrasing import says
from bot.language.yaml_files import read_mapping

DATA = Path(__file__).parent / "data" / "homes.yml"


@cache
def _data() -> dict[str, list[str]]:
    return read_mapping(DATA)


def tells_home(text: str) -> bool:
    """Return whether ``text`` says where somebody lives: "ik woon in …"."""
    return says(meant_words(text), _data()["lives"])


def only_names(place: str, text: str) -> bool:
    """Return whether ``text`` names ``place`` and nothing besides: "Assen", "iets in Assen", "ik woon in Assen"."""
    around = {squeeze(word) for word in _data()["around"]}
    others = [word for word in words_of(text) if squeeze(word) not in around]
    # A place may be misspelt: what is left has to be as many words as its name.
    return 0 < len(others) <= len(words_of(place))
