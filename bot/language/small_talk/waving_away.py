"""Hears that somebody waves away what they just said: "gaat wel", "laat maar", "grapje". No guessing: whole messages from a list."""

from functools import cache

from bot.language.words.meant import squeezed_words
from bot.language.words.phrases import PhraseBook, phrase_set
from bot.language.words.word_lists import WordLists

LISTS = WordLists("waving_away")


def waves_away(text: str) -> bool:
    """Return whether ``text`` takes back or plays down what was said before, and says nothing else."""
    return bool(_book("said", "well").covering(squeezed_words(text)))


def says_well(text: str) -> bool:
    """Return whether ``text`` says that all is well, and nothing else: "nee hoor, gaat wel" does so with a no."""
    words = squeezed_words(text)
    return bool(_book("well").covering(words[1:] if LISTS.words("yes_or_no").intersection(words[:1]) else words))


@cache
def _book(*lists: str) -> PhraseBook:
    phrases = [phrase for name in lists for phrase in LISTS[name]]
    return PhraseBook(dict.fromkeys(phrase_set(phrases), "said"), phrase_set(LISTS["fillers"]))
