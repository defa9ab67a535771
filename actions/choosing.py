"""Choosing one of the things that were shown."""

from collections.abc import Sequence

from rasa_sdk.events import SlotSet

from actions.benefits import before_enrolling
from actions.searching import item_called, refine, shown_items, suggest
from actions.suggestions import LISTS, ideas_shown, offer_ideas
from actions.turns.base import DuwtjeAction
from actions.turns.moves import Event, leave, start
from actions.turns.saying import Answer
from actions.turns.turn import Turn
from bot.catalogue.models import Item
from bot.language.moments.day_parts import cannot_then, is_only_a_moment
from bot.language.small_talk.small_answers import takes_that
from bot.language.when.reading import when
from bot.language.wishes.corrections import instead

MOST = 2
QUESTIONS = ("utter_ask_", "utter_no_more", "utter_welcome_back", "utter_not_done")
ABOUT_A_CHOICE = (
    *LISTS,
    "utter_ask_plan_this",
    "utter_ask_this_one",
    "utter_ask_that_one",
    "utter_ask_other_words",
    "utter_ask_rephrased_list",
)
"""Questions after which "doe dat maar" takes a thing; after the others it is a yes to something else."""


def meant(turn: Turn, items: Sequence[Item]) -> Item | None:
    """Return which of ``items`` the person means: by number, or by words such as "die met hout"."""
    return named_in(turn, items, turn.said_or_chosen)


def named_in(turn: Turn, items: Sequence[Item], text: str) -> Item | None:
    """Return which of ``items`` the words ``text`` mean to this person."""
    return turn.services.suggestions.find(list(items), text, turn.learner.place)


def spoken_of(turn: Turn) -> Item | None:
    """Return the one thing that was chosen, asked about or shown alone; None when there is none."""
    items = shown_items(turn)
    return item_called(turn, turn.slot("chosen")) or (items[0] if len(items) == 1 else None)


def take_that(turn: Turn) -> Answer | None:
    """Return how to take what was spoken of for "vooruit, doe die maar", also when something else was asked in between; else None."""
    item = spoken_of(turn) if takes_that(turn.text) and not turn.open_nudge else None
    if item is None or turn.loop not in (None, "plan_form", "money_form"):
        return None
    if turn.loop == "plan_form":
        # It is taken already: the question about the moment comes again.
        return lambda turn: []
    asked, plan = turn.asked or "", turn.services.plans.newest(turn.learner.id)
    is_answer = asked.startswith(QUESTIONS) and not asked.startswith(ABOUT_A_CHOICE)
    return None if is_answer or (plan and plan.item_id == item.id) else lambda turn: choose(turn, item)


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
    return [*take(turn, item), *start("plan_form", "moment")]


def take(turn: Turn, item: Item) -> list[Event]:
    """Take ``item``, and say so."""
    turn.say("utter_chosen", title=item.title, summary=item.summary)
    before_enrolling(turn, item)
    return [SlotSet("chosen", item.id)]


def names_day_too_soon(turn: Turn) -> bool:
    """Whether it only names a moment while it is not known yet what for: before the wish, or under a list."""
    corrected = instead(turn.text) if turn.intent == "change_wish" else None
    is_moment = is_only_a_moment(corrected) if corrected else turn.intent in ("give_moment", "change_moment") and _names_when(turn)
    asked = turn.loop is not None or (turn.asked or "").startswith(LISTS)
    return is_moment and asked and not turn.open_nudge and _nothing_chosen(turn)


def _nothing_chosen(turn: Turn) -> bool:
    return turn.loop == "wish_form" or (not turn.loop and len(shown_items(turn)) > 1 and spoken_of(turn) is None)


def _names_when(turn: Turn) -> bool:
    """Whether it names a moment and nothing else, or under a list no topic: "woensdag denk ik, dan ben ik vrij"."""
    return is_only_a_moment(turn.text) or (
        not turn.loop and not turn.topics and not cannot_then(turn.text) and when(turn.text, turn.now) is not None
    )


def day_comes_later(turn: Turn) -> list[Event]:
    """Say that the day is chosen later, and ask what comes first."""
    turn.say("utter_day_comes_later")
    return [] if turn.loop else ask_which(turn, shown_items(turn))


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
