"""Hears what a message carries besides its question: a feeling, or a subject that others know better. Nothing of it is kept."""

from functools import cache
from pathlib import Path
from typing import Any

from bot.language.fold import words_of
from bot.language.phrasing import says
from bot.language.yaml_files import read_mapping

DATA = Path(__file__).parent / "data"


@cache
def _words(name: str) -> dict[str, Any]:
    return read_mapping(DATA / name)


def feeling_in(text: str) -> str | None:
    """Return ``tired``, ``angry``, ``ashamed`` or ``sad`` when ``text`` says so in passing."""
    words = words_of(text)
    feelings = {name: phrases for name, phrases in _words("feelings.yml").items() if name != "unless"}
    if says(words, _words("feelings.yml")["unless"]):
        return None
    return next((name for name, phrases in feelings.items() if says(words, phrases)), None)


def not_ours_in(text: str) -> str | None:
    """Return ``instructions``, ``medical``, ``other_work``, ``legal`` or ``money`` when ``text`` asks about it."""
    words = words_of(text)
    return next((name for name, phrases in _words("not_ours.yml").items() if says(words, phrases)), None)


def asked_of_others(text: str) -> str | None:
    """Return ``legal`` or ``money`` when ``text`` asks what others know better, also when it names learning."""
    words = words_of(text)
    return next((name for name, phrases in _words("asked_of_others.yml").items() if says(words, phrases)), None)
