"""Hears what has to be forgotten when that is not everything."""

from functools import cache

from bot.language.words.fold import squeeze
from bot.language.words.meant import meant_words, squeezed_words
from bot.language.words.other_language import is_other_language
from bot.language.words.phrases import Spotter
from bot.language.words.phrasing import says
from bot.language.words.word_lists import WordLists

WISH, PLACE, NAME = "wish", "place", "name"
LISTS = WordLists("erasing")


def cancels(text: str) -> bool:
    """Return whether ``text`` takes back what was agreed: "annuleer alles" is about reminders."""
    return says(meant_words(text), LISTS["cancelling"])


def limited_to(text: str) -> str | None:
    """Return the name in ``limited`` of what has to go when only that has to, ``unclear`` when it is not named, or None."""
    words = meant_words(text)
    thing = next((name for name, known in LISTS["limited"].items() if says(words, known)), None)
    if is_other_language(text) or (says(words, LISTS["everything"]) and thing in (None, WISH, PLACE, NAME)):
        # "Wis alles, ook mijn wens" is about everything.
        return None
    if thing is None and says(words, LISTS["pointing"]):
        return "unclear"
    return thing


def things_to_forget(text: str) -> frozenset[str]:
    """Return which of ``WISH``, ``PLACE`` and ``NAME`` ``text`` orders to go; empty when it is no such order, or says anything else."""
    words = squeezed_words(text)
    said = words if not says(words, LISTS.words("where_i_live")) else _with_place(words)
    ordered = _orders("goes").spots(said) and not LISTS.words("no_order") & set(said)
    if not ordered and not _orders("not_kept").spots(said):
        return frozenset()
    return frozenset(thing for thing, names in _things().items() if names & set(said))


def _with_place(words: tuple[str, ...]) -> tuple[str, ...]:
    line = " ".join(words)
    for phrase in LISTS.words("where_i_live"):
        line = line.replace(phrase, f"mijn {LISTS['things'][PLACE][0]}")
    return tuple(map(squeeze, line.split()))


@cache
def _things() -> dict[str, frozenset[str]]:
    return {thing: frozenset(map(squeeze, names)) for thing, names in LISTS["things"].items()}


@cache
def _orders(name: str) -> Spotter:
    """Return what finds the orders of a list, about one of the things or about two."""
    one = "|".join(word for names in LISTS["things"].values() for word in names)
    return Spotter(said.replace("%", f"({one}) (en|) (mijn|mn|me|) ({one}|)") for said in LISTS[name])
