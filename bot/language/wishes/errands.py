"""Hears that somebody has us make what we do not make: "kan jij mijn cv maken"."""

from collections.abc import Mapping
from functools import cache

from bot.language.words.fold import squeeze
from bot.language.words.meant import squeezed_words
from bot.language.words.word_lists import WordLists

LISTS = WordLists("errands")


def errand_in(text: str) -> str | None:
    """Return what to look for help with when ``text`` has us make something; None when it asks no such thing."""
    words = squeezed_words(text)
    at = next((at for at, word in enumerate(words) if word in _things()), None)
    if at is None or LISTS.words("learning") & set(words[1:] if words[0] == "ik" else words):
        return None
    return _things()[words[at]] if LISTS.spotter("asks").spots([*words[:at], "@", *words[at + 1 :]]) else None


@cache
def _things() -> Mapping[str, str]:
    return {squeeze(name): wanted for wanted, names in LISTS["things"].items() for name in names}
