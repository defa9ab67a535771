"""Hears what people ask about the plan they have: to see it, to move it or to take it away."""

from enum import StrEnum

from bot.language.moments.day_parts import names_a_time
from bot.language.words.meant import squeezed_words
from bot.language.words.word_lists import WordLists

LISTS = WordLists("planning")
PLAN = frozenset({"plan", "planing"})
"""Squeezed."""


class PlanOrder(StrEnum):
    """What may be asked about a plan."""

    DROP = "drop"
    MOVE = "move"
    SHOW = "show"


def plan_order(text: str) -> PlanOrder | None:
    """Return what ``text`` asks about a plan: "haal mijn plan weg", "verander naar zondag"; None when it asks nothing of it."""
    words = squeezed_words(text)
    if LISTS.words("other").intersection(words):
        return None
    return LISTS.first(PlanOrder, words)


def is_planning_to_learn(text: str, *, asked: bool) -> bool:
    """Return whether ``text`` names planning as something to learn, and no moment; ``asked``: whether it answers what to learn."""
    words = squeezed_words(text)
    said = LISTS.spotter("subject").spots(words) or (asked and LISTS.spotter("bare_subject").spots(words))
    return said and not names_plan(text) and not names_a_time(text)


def names_plan(text: str) -> bool:
    """Return whether ``text`` says the word plan."""
    return not PLAN.isdisjoint(squeezed_words(text))
