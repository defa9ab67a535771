"""Hears that somebody says where they live, or names a place and nothing else."""

from functools import cache

from bot.language.words.fold import squeeze, words_of
from bot.language.words.meant import meant_words
from bot.language.words.phrasing import says
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "homes.yml"


@cache
def _data() -> dict[str, list[str]]:
    return read_mapping(DATA)


def tells_home(text: str) -> bool:
    """Return whether ``text`` says where somebody lives: "ik woon in …"."""
    return says(meant_words(text), _data()["lives"])


def from_home_on(text: str) -> str:
    """Return the words of ``text`` from where somebody says where they live; empty when they do not."""
    line = f" {' '.join(meant_words(text))} "
    begins = [line.index(f" {phrase} ") for phrase in _data()["lives"] if f" {phrase} " in line]
    return line[min(begins) :].strip() if begins else ""


def only_names(place: str, text: str) -> bool:
    """Return whether ``text`` names ``place`` and nothing besides: "Assen", "iets in Assen", "ik woon in Assen"."""
    around = {squeeze(word) for word in _data()["around"]}
    others = [word for word in meant_words(text) if squeeze(word) not in around]
    # A place may be misspelt: what is left has to be as many words as its name.
    return 0 < len(others) <= len(words_of(place))
