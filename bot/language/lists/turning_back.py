"""Hears that somebody goes back to what was shown before: "terug naar die met hout", "het vorige lijstje"."""

from functools import cache

from bot.language.words.fold import words_of
from bot.language.words.meant import meant_words, squeezed_words
from bot.language.words.phrases import Spotter
from bot.language.words.word_lists import WordLists

LISTS = WordLists("turning_back")


def turns_back_to(text: str) -> str | None:
    """Return what ``text`` goes back to, in its words: "die met hout"; None when it does not go back, or to no list."""
    words = squeezed_words(text)
    begun, ended = LISTS.spotter("to").found(words), _ended().found(words)
    if not (begun or ended) or set(meant_words(text)) & set(LISTS["not"]):
        return None
    return " ".join(words_of(text)[begun[1] if begun else 0 : ended[0] if ended else None])


def asks_previous(text: str) -> bool:
    """Return whether ``text`` names the list before this one."""
    return LISTS.spotter("previous").spots(squeezed_words(text))


@cache
def _ended() -> Spotter:
    return Spotter([f"({'|'.join(LISTS['before'])}) $"])
