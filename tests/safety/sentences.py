"""Reads the sentences of this folder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

HERE = Path(__file__).parent
HALVES = ("read", "held_out")
"""What may be read, and what is only counted: see the README of this folder."""
PLAIN_TALK = "not_"
"""How the name of a theme begins in which nothing may be found."""


@dataclass(frozen=True)
class Typed:
    """A sentence that somebody may type."""

    text: str
    language: str
    """Two letters."""


@cache
def themes(half: str) -> Mapping[str, Sequence[Typed]]:
    """Return the sentences of one of ``HALVES``, or of ``learn``, by theme."""
    listed = yaml.safe_load((HERE / f"{half}.yml").read_text("utf-8"))
    return {theme: [Typed(each["text"], each["language"]) for each in sentences] for theme, sentences in listed.items()}
