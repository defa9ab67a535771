"""Hears what has to be forgotten when that is not everything."""

from functools import cache
from pathlib import Path
from typing import Any

from bot.language.meant import meant_words
from bot.language.other_language import is_other_language
from bot.language.phrasing import says
from bot.language.yaml_files import read_mapping

WISH = "wish"
DATA = Path(__file__).parent / "data" / "erasing.yml"


@cache
def _data() -> dict[str, Any]:
    return read_mapping(DATA)


def cancels(text: str) -> bool:
    """Return whether ``text`` takes back what was agreed: "annuleer alles" is about reminders."""
    return says(meant_words(text), _data()["cancelling"])


def limited_to(text: str) -> str | None:
    """Return ``logbook``, ``work``, ``reminders``, ``plan`` or ``wish`` when only that has to go, ``unclear`` when not named, or None."""
    words = meant_words(text)
    thing = next((name for name, known in _data()["limited"].items() if says(words, known)), None)
    if is_other_language(text) or (says(words, _data()["everything"]) and thing in (None, WISH)):
        # "Wis alles, ook mijn wens" is about everything.
        return None
    if thing is None and says(words, _data()["pointing"]):
        return "unclear"
    return thing
