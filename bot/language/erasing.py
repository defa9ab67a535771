"""Hears what has to be forgotten when that is not everything."""

from bot.language.meant import meant_words, squeezed_words
from bot.language.other_language import is_other_language
from bot.language.phrasing import says
from bot.language.word_lists import WordLists

WISH = "wish"
LISTS = WordLists("erasing")


def cancels(text: str) -> bool:
    """Return whether ``text`` takes back what was agreed: "annuleer alles" is about reminders."""
    return says(meant_words(text), LISTS["cancelling"])


def limited_to(text: str) -> str | None:
    """Return ``logbook``, ``work``, ``reminders``, ``plan`` or ``wish`` when only that has to go, ``unclear`` when not named, or None."""
    words = meant_words(text)
    thing = next((name for name, known in LISTS["limited"].items() if says(words, known)), None)
    if is_other_language(text) or (says(words, LISTS["everything"]) and thing in (None, WISH)):
        # "Wis alles, ook mijn wens" is about everything.
        return None
    if thing is None and says(words, LISTS["pointing"]):
        return "unclear"
    return thing


def forgets_wish(text: str) -> bool:
    """Return whether ``text`` is an order that the wish has to go, and nothing else."""
    words = squeezed_words(text)
    return LISTS.spotter("the_wish").spots(words) and not LISTS.words("not_the_wish") & set(words)


def is_about_a_name(text: str) -> bool:
    """Return whether what ``text`` wants forgotten is a name, and no more than that."""
    words = meant_words(text)
    return says(words, LISTS["name"]) and not says(words, LISTS["besides_name"])
