"""Hears what people ask about the one thing they chose: how to enrol, who else comes, what is needed, where it is."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from bot.language.meant import squeezed_words
from bot.language.phrases import Spotter
from bot.language.yaml_files import read_mapping

DATA = Path(__file__).parent / "data" / "idea_questions.yml"
NAMES = ("enrol", "company", "stuff", "teacher", "audience", "where", "distance", "what")


def idea_question_in(text: str) -> str | None:
    """Return which of ``NAMES`` ``text`` asks, the first that fits; None when it asks none of them."""
    words = squeezed_words(text)
    return next((name for name in NAMES if _spotters()[name].spots(words)), None)


@cache
def _spotters() -> Mapping[str, Spotter]:
    data = read_mapping(DATA)
    return {name: Spotter(data[name]) for name in NAMES}
