"""Hears grief and trouble, so that nobody is answered cheerfully at such a moment. For danger: ``safety.py``."""

from functools import cache
from pathlib import Path

from bot.language.fold import squeeze
from bot.language.meant import squeezed_words
from bot.language.phrasing import says
from bot.language.yaml_files import read_mapping

DATA = Path(__file__).parent / "data" / "heavy.yml"


@cache
def _words() -> tuple[str, ...]:
    return tuple(" ".join(map(squeeze, phrase.split())) for phrase in read_mapping(DATA)["words"])


def is_heavy(text: str) -> bool:
    """Return whether ``text`` tells of grief, illness or trouble."""
    return says(squeezed_words(text), _words())
