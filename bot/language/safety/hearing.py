"""Hears what a message carries besides its question: a feeling, or a subject that others know better. Nothing of it is kept."""

from bot.language.words.meant import meant_words, squeezed_words
from bot.language.words.phrasing import says
from bot.language.words.word_lists import WordLists

FEELINGS, NOT_OURS, ASKED_OF_OTHERS = WordLists("feelings"), WordLists("not_ours"), WordLists("asked_of_others")


def feeling_in(text: str) -> str | None:
    """Return ``tired``, ``angry``, ``ashamed`` or ``sad`` when ``text`` says so in passing."""
    words = meant_words(text)
    if says(words, FEELINGS["unless"]):
        return None
    return next((name for name in FEELINGS if name != "unless" and says(words, FEELINGS[name])), None)


def not_ours_in(text: str) -> str | None:
    """Return ``instructions``, ``medical``, ``other_work``, ``legal`` or ``money`` when ``text`` is about it."""
    return NOT_OURS.first(NOT_OURS, squeezed_words(text))


def asked_of_others(text: str) -> str | None:
    """Return ``money``, ``medical``, ``legal`` or ``other_work`` when ``text`` asks what others know better, also naming learning."""
    return ASKED_OF_OTHERS.first(ASKED_OF_OTHERS, squeezed_words(text))
