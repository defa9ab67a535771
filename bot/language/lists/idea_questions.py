"""Hears what people ask about the one thing they chose: how to enrol, who else comes, what is needed, where it is."""

from bot.language.words.meant import squeezed_words
from bot.language.words.word_lists import WordLists

LISTS = WordLists("idea_questions")
NAMES = ("enrol", "company", "stuff", "teacher", "audience", "where", "distance", "what")


def idea_question_in(text: str) -> str | None:
    """Return which of ``NAMES`` ``text`` asks, the first that fits; None when it asks none of them."""
    return LISTS.first(NAMES, squeezed_words(text))
