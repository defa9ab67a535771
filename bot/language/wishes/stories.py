"""Tells what somebody says of themselves from what they want: "ik werk in de bouw en eigenlijk wil ik wat met computers"."""

from collections.abc import Sequence
from itertools import dropwhile

from bot.language.words.placed import folded, placed_words
from bot.language.words.word_lists import WordLists

LISTS = WordLists("stories")


def tells_of_self(text: str) -> bool:
    """Return whether ``text`` begins by telling who somebody is or what they do: "hallo, ik ben Ria en ik werk in de zorg"."""
    return _tells(folded(placed_words(text)))


def wanting_after_story(said: Sequence[str]) -> int | None:
    """Return from which of the folded words ``said`` somebody says what they want, when before it they only tell of themselves.

    None when they do not, or when what they want is what they just told: "ik speelde piano en dat wil ik weer oppakken".
    """
    if not _tells(said):
        return None
    begins = (at + 1 for at, word in enumerate(said) if word in LISTS.words("joins"))
    found = next((at for at in begins if LISTS.spotter("wanting").spots(said[at:])), None)
    if found is None or set(said[:found]) & LISTS.words("is_about_it") or LISTS.spotter("points_back").spots(said[found:]):
        return None
    return found


def _tells(said: Sequence[str]) -> bool:
    return LISTS.spotter("telling").spots(list(dropwhile(LISTS.words("before").__contains__, said)))
