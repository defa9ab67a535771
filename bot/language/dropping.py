"""Hears that something has to go that is only pointed at: "weg ermee", "haal dat maar weg". No guessing: whole messages from a list."""

from functools import cache

from bot.language.meant import squeezed_words
from bot.language.phrases import PhraseBook, phrase_set
from bot.language.word_lists import WordLists

LISTS = WordLists("dropping")


def drops_that(text: str) -> bool:
    """Return whether ``text`` wants away what was just spoken of, and says nothing else."""
    return bool(_book().covering(tuple(word for word in squeezed_words(text) if word not in LISTS.words("anywhere"))))


@cache
def _book() -> PhraseBook:
    return PhraseBook(dict.fromkeys(phrase_set(LISTS["said"]), "said"), phrase_set(LISTS["fillers"]))
