"""What somebody says right under a nudge, when it is about that nudge: boring, spam, how, whether it is right, done already."""

from bot.language.words.meant import squeezed_words
from bot.language.words.word_lists import WordLists

LISTS = WordLists("under_nudge")
ABOUT_IT = ("bored", "advert", "spam", "how", "right", "done")


def about_nudge(text: str) -> str | None:
    """Return ``advert``, ``spam``, ``bored``, ``how``, ``right`` or ``done``; None when ``text`` says none of it."""
    return LISTS.first(ABOUT_IT, squeezed_words(text))


def names_goal(text: str) -> bool:
    """Return whether ``text`` names what somebody would want, and not what they did: "stoppen met roken"."""
    words = squeezed_words(text)
    return LISTS.spotter("goal").spots(words) and not LISTS.words("no_goal") & set(words)
