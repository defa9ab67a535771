"""Hears what a message carries besides its question: a feeling, or a subject that others know better. Nothing of it is kept."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bot.language.meant import meant_words, squeezed_words
from bot.language.phrases import Spotter
from bot.language.phrasing import says
from bot.language.yaml_files import read_mapping

DATA = Path(__file__).parent / "data"


@cache
def _words(name: str) -> dict[str, Any]:
    return read_mapping(DATA / name)


def feeling_in(text: str) -> str | None:
    """Return ``tired``, ``angry``, ``ashamed`` or ``sad`` when ``text`` says so in passing."""
    words = meant_words(text)
    feelings = {name: phrases for name, phrases in _words("feelings.yml").items() if name != "unless"}
    if says(words, _words("feelings.yml")["unless"]):
        return None
    return next((name for name, phrases in feelings.items() if says(words, phrases)), None)


def not_ours_in(text: str) -> str | None:
    """Return ``instructions``, ``medical``, ``other_work``, ``legal`` or ``money`` when ``text`` is about it."""
    return _first("not_ours.yml", text)


def asked_of_others(text: str) -> str | None:
    """Return ``money``, ``legal`` or ``other_work`` when ``text`` asks what others know better, also when it names learning."""
    return _first("asked_of_others.yml", text)


def _first(name: str, text: str) -> str | None:
    words = squeezed_words(text)
    return next((subject for subject, spotter in _spotters(name).items() if spotter.spots(words)), None)


@cache
def _spotters(name: str) -> Mapping[str, Spotter]:
    return {subject: Spotter(patterns) for subject, patterns in _words(name).items()}
