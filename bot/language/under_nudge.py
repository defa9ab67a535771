"""What somebody says right under a nudge, when it is about that nudge: boring, spam, how, whether it is right, done already."""

from bot.language.meant import squeezed_words
from bot.language.word_lists import WordLists

LISTS = WordLists("under_nudge")


def about_nudge(text: str) -> str | None:
    """Return ``advert``, ``spam``, ``bored``, ``how``, ``right`` or ``done``; None when ``text`` says none of it."""
    return LISTS.first(LISTS, squeezed_words(text))
