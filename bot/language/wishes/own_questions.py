"""Tells a question about what somebody may, can or must from a wish: "kan ik mijn baas aanklagen" beside "kan ik leren lassen"."""

from bot.language.words.placed import folded, placed_words
from bot.language.words.word_lists import WordLists

LISTS = WordLists("own_questions")
ONE_THING = 3
"""Words of a question that names one thing: "kan ik fermenteren"."""


def asks_for_oneself(text: str) -> bool:
    """Return whether ``text`` asks what somebody may, can or must, and not a word of it is about learning."""
    words = folded(placed_words(text))
    is_of_learning = LISTS.spotter("of_learning").spots(words) or LISTS.spotter("cannot").spots(words)
    names_one_thing = len(words) <= ONE_THING and bool(LISTS.words("may").intersection(words[:1]))
    return LISTS.spotter("asks").spots(words) and not is_of_learning and not names_one_thing
