"""Hears that somebody asks when something begins or is open."""

from functools import cache

from bot.language.words.fold import squeeze
from bot.language.words.meant import meant_words
from bot.language.words.phrasing import says
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "starting.yml"
_WHEN = "wanneer"


@cache
def _data() -> dict[str, list[str]]:
    return read_mapping(DATA)


def asks_start(text: str) -> bool:
    """Return whether ``text`` asks when it begins: "wanneer is dat", "kan ik meteen beginnen"; not when it is over."""
    words = [_WHEN if word in _data()["spelt"] or squeeze(word) == squeeze(_WHEN) else word for word in meant_words(text)]
    if says(words, _data()["unless"]):
        return False
    return " ".join(words) in _data()["whole"] or says(words, _data()["asking"])
