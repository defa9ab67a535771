"""Hears an insult that is said to us, and what is no words to us at all. No guessing: whole messages only."""

import re
from functools import cache

from bot.language.words.fold import squeezed
from bot.language.words.meant import squeezed_words
from bot.language.words.phrases import PhraseBook, phrase_set
from bot.language.words.word_lists import WordLists

LISTS = WordLists("insults")
_CODE = re.compile(r"\{.*\}|<.*>|\$\(.*\)|^\s*/\w\S*|\b\w+_\w+\b", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{2,}")


def is_insult(text: str) -> bool:
    """Return whether ``text`` is an insult and nothing else: "jij bent echt achterlijk"; "mijn baas is een eikel" tells something."""
    return any(_book().covering(words) for words in (squeezed(text), squeezed_words(text)))


def is_only_code(text: str) -> bool:
    """Return whether ``text`` is a command or a piece of code without a word beside it: "/erase_data", "{{config}}"."""
    return bool(_CODE.search(text)) and not _WORD.search(_CODE.sub(" ", text))


@cache
def _book() -> PhraseBook:
    return PhraseBook(dict.fromkeys(phrase_set(LISTS["said"]), "insult"), phrase_set(LISTS["fillers"]))
