"""One of the list that is not wanted, or not as it is: "vergeet die tweede", "die tweede maar dan dichterbij"."""

from collections.abc import Mapping

from actions.choosing import choose, meant
from actions.first.looking_again import ANSWERS
from actions.narrowing import keeps_to
from actions.searching import NARROWER, Limits, shown_items, within
from actions.suggestions import is_about_a_list
from actions.turns.moves import Event
from actions.turns.saying import Answer
from actions.turns.turn import Turn
from bot.catalogue.models import Item
from bot.catalogue.picking import at_place
from bot.language.lists.dropping import drops_one
from bot.language.lists.looking_again import more_or_less_in
from bot.language.lists.provisos import parted_at_but
from bot.language.numbers.amounts import place_in_row

FEW_WORDS = 9
SUITS: Mapping[str, Limits] = {"nearer": NARROWER["stay_in"]}
"""What something keeps to already that need not be looked for again; being free is looked at by itself."""


def one_out(turn: Turn) -> Answer | None:
    """Return how to show the list without the one that is not wanted; None when a message does not say which."""
    drops = not turn.open_nudge and drops_one(turn.text)
    item = (at_place(shown_items(turn), place_in_row(turn.text)) or meant(turn, shown_items(turn))) if drops else None
    while_choosing = is_about_a_list(turn) or turn.loop == "plan_form"
    return (lambda turn: _without(turn, item)) if item and while_choosing else None


def one_but(turn: Turn) -> Answer | None:
    """Return how to take one of the list if it is as it should be, or to look for what is; None when there is no "but" to it."""
    parts = parted_at_but(turn.text) if is_about_a_list(turn) and len(turn.text.split()) <= FEW_WORDS else None
    item = at_place(shown_items(turn), place_in_row(parts[0])) if parts else None
    wanted = more_or_less_in(parts[1]) if parts else None
    if item is None or wanted is None:
        return None
    return (lambda turn: _suits_already(turn, item)) if _is_so(item, wanted) else ANSWERS[wanted]


def _is_so(item: Item, wanted: str) -> bool:
    return item.is_free if wanted == "cheaper" else wanted in SUITS and keeps_to(item, SUITS[wanted])


def _without(turn: Turn, item: Item) -> list[Event]:
    others = {each.id for each in shown_items(turn)} - {item.id}
    turn.say("utter_not_that")
    return within(turn, {}, seen=[each for each in turn.slot("seen") or [item.id] if each not in others])


def _suits_already(turn: Turn, item: Item) -> list[Event]:
    turn.say("utter_fits_already")
    return choose(turn, item)
