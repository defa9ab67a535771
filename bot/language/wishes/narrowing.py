"""Hears within what somebody wants to look: at home or not, no screen, no school, more or less daring, or at everything that there is."""

from functools import cache

from bot.language.wishes.schooling import refuses_school
from bot.language.words.meant import meant_words
from bot.language.words.phrasing import says
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "narrowing.yml"
NAMES = ("everything", "off_screen", "go_out", "stay_in", "safe", "a_bit", "bold", "on_the_road")
NO_SCHOOL = "no_school"


@cache
def _phrases() -> dict[str, list[str]]:
    return read_mapping(DATA)


def narrowing_in(text: str) -> str | None:
    """Return which of ``NAMES`` ``text`` asks for, the first that fits, or else ``NO_SCHOOL``; None when it asks for none."""
    words = meant_words(text)
    if says(words, _phrases()["unless"]):
        return None
    school = NO_SCHOOL if refuses_school(text) else None
    return next((name for name in NAMES if says(words, _phrases()[name])), school)
