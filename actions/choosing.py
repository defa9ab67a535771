"""Choosing one of the things that were shown."""

from collections.abc import Sequence

from rasa_sdk.events import SlotSet

from actions.base import DuwtjeAction
from actions.benefits import before_enrolling
from actions.moves import Event, leave, start
from actions.searching import refine, shown_items, suggest
from actions.suggestions import ideas_shown, offer_ideas
from actions.turn import Turn
from bot.catalogue.models import Item

MOST = 2


def meant(turn: Turn, items: Sequence[Item]) -> Item | None:
    """Return which of ``items`` the person means: by number, or by words such as "die met hout"."""
    return turn.services.suggestions.find(list(items), turn.said_or_chosen)


def ask_which(turn: Turn, items: Sequence[Item]) -> list[Event]:
    """Ask which of ``items`` is meant."""
    if len(items) == 1:
        turn.say("utter_ask_this_one", title=items[0].title)
        return leave()
    if (turn.asked or "").startswith("utter_ask_which"):
        # The same question again helps nobody: then we choose.
        turn.say("utter_ask_choose_for_you")
    else:
        turn.say("utter_ask_which" if len(items) > MOST else "utter_ask_which_of_two")
    return leave()


def choose(turn: Turn, item: Item) -> list[Event]:
    """Take ``item`` and ask for a moment."""
    turn.say("utter_chosen", title=item.title, summary=item.summary)
    before_enrolling(turn, item)
    return [SlotSet("chosen", item.id), *start("plan_form", "moment")]


def one_at_a_time(turn: Turn) -> list[Event]:
    """Ask which of them comes first, for who wants them all."""
    turn.say("utter_one_at_a_time")
    return []


class ActionPickOption(DuwtjeAction):
    """Takes the choice and asks for a moment."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        items = shown_items(turn)
        if not items:
            return nothing_shown(turn)
        item = meant(turn, items)
        if item is None:
            # "In Utrecht" points at none of them: it says where it may be.
            return refine(turn) or ask_which(turn, items)
        return choose(turn, item)


def nothing_shown(turn: Turn) -> list[Event]:
    """Show something first, or ask what to look for."""
    if turn.loop == "wish_form":
        if ideas_shown(turn):
            return offer_ideas(turn)
        turn.say("utter_nothing_shown_so_far")
        return []
    if turn.learner.wish:
        turn.say("utter_nothing_shown")
        return suggest(turn, limits=turn.slot("limits"))
    turn.say("utter_nothing_shown_yet")
    return start("wish_form", "wish")
