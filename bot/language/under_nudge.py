"""What somebody says right under a nudge, when it is about that nudge: boring, how, whether it is right, done already."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from bot.language.meant import squeezed_words
from bot.language.phrases import Spotter
from bot.language.yaml_files import read_mapping

DATA = Path(__file__).parent / "data" / "under_nudge.yml"


def about_nudge(text: str) -> str | None:
    """Return ``bored``, ``how``, ``right`` or ``done``; None when ``text`` says none of it."""
    words = squeezed_words(text)
    return next((name for name, spotter in _spotters().items() if spotter.spots(words)), None)


@cache
def _spotters() -> Mapping[str, Spotter]:
    return {name: Spotter(patterns) for name, patterns in read_mapping(DATA).items()}
