"""Hears what people say beside the question: that we do not listen, that somebody types for them, their age."""

from bot.language.words.fold import squeeze
from bot.language.words.meant import meant_words
from bot.language.words.word_lists import WordLists

LISTS = WordLists("asides")
AGES = range(14, 100)


def aside_in(text: str) -> str | None:
    """Return the name in ``asides.yml`` of what ``text`` is, the first that fits; None when it is none of them."""
    if text.rstrip().endswith("?") and len(text.split()) == 1:
        return None
    return LISTS.first(LISTS, [_age_or_word(word) for word in meant_words(text)])


def _age_or_word(word: str) -> str:
    if word.isascii() and word.isdigit() and int(word[:4]) in AGES:
        return "@"
    return squeeze(word)
