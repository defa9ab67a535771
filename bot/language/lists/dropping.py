"""Hears that something has to go that is only pointed at: "weg ermee", "vergeet die tweede". No guessing: whole messages from a list."""

from functools import cache

from bot.language.numbers.amounts import place_in_row
from bot.language.words.fold import squeeze
from bot.language.words.meant import meant_words, squeezed_words
from bot.language.words.phrases import PhraseBook, Spotter, phrase_set
from bot.language.words.word_lists import WordLists

LISTS = WordLists("dropping")
ONE = "@"
"""Stands for which one of a list is meant."""


def drops_that(text: str) -> bool:
    """Return whether ``text`` wants away what was just spoken of, and says nothing else."""
    return bool(_book().covering(tuple(word for word in squeezed_words(text) if word not in LISTS.words("anywhere"))))


def drops_one(text: str) -> bool:
    """Return whether ``text`` does not want one of a row: "vergeet die tweede", "die met hout niet"."""
    words = [ONE if _is_place(word) else squeeze(word) for word in meant_words(text) if word not in LISTS["row_words"]]
    return _one_of_them("place" if ONE in words else "words").spots(words)


@cache
def _one_of_them(named_by: str) -> Spotter:
    return Spotter(said.replace("%", LISTS[named_by]) for said in LISTS["one_of_them"])


def _is_place(word: str) -> bool:
    return word not in LISTS["articles"] and place_in_row(word) is not None


@cache
def _book() -> PhraseBook:
    return PhraseBook(dict.fromkeys(phrase_set(LISTS["said"]), "said"), phrase_set(LISTS["fillers"]))
