"""Hears that what sounds like a stop may be less: about something else ("stop met die pillen"), or only for a while ("stop even")."""

from functools import cache
from typing import Any

from bot.language.words.fold import squeeze
from bot.language.words.meant import meant_words, squeezed_words
from bot.language.words.phrasing import says
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "stopping.yml"


@cache
def _data() -> dict[str, Any]:
    return read_mapping(DATA)


def may_be_no_stop(text: str) -> bool:
    """Return whether ``text`` wants something else to stop than nudges, wants us to go on, or asks how to stop."""
    words = meant_words(text)
    about_others = says(words, _data()["with"]) and not says(words, _data()["ours"])
    return about_others or says(words, _data()["unless"]) or " ".join(words) in _data()["go_on"]


def may_be_for_now(text: str) -> bool:
    """Return whether ``text``, which asks for a stop, may ask for one that ends: "stop even", "stop een paar weken met appen"."""
    words = squeezed_words(text)
    return says(words, map(squeeze, _data()["for_now"])) and not says(words, map(squeeze, _data()["for_good"]))
