"""Hears what people ask of the product itself in so many words. No guessing: whole messages from a word list."""

from functools import cache

from bot.language.words.meant import squeezed_words
from bot.language.words.phrases import PhraseBook, phrase_set
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS


def requested_in(text: str, words: str = "requests") -> str | None:
    """Return the name of what ``text`` asks; None when it asks none of it, several things, or (also) says something else.

    ``words``: the list that counts; some of them only do right after something that we said.
    """
    found = _requests(words).covering(squeezed_words(text))
    return next(iter(found)) if len(found) == 1 else None


@cache
def _requests(name: str) -> PhraseBook:
    data = read_mapping(DATA / f"{name}.yml")
    meanings = {phrase: name for name, patterns in data["asked"].items() for phrase in phrase_set(patterns)}
    return PhraseBook(meanings, phrase_set(data["fillers"]))
