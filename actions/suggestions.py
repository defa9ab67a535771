"""Asking for ideas, for other ideas, and for a real course."""

from collections.abc import Mapping

from rasa_sdk.events import SlotSet

from actions.feelings import sympathise
from actions.searching import EVERYTHING, keep_wish, limits_in, refine, remember, shown_items, suggest
from actions.turns.base import DuwtjeAction
from actions.turns.heard import responses
from actions.turns.moves import Event, start
from actions.turns.turn import Turn
from bot.catalogue.models import Kind
from bot.language.wishes.corrections import only_refuses

COURSES = (Kind.CURSUS, Kind.OPLEIDING)
SETS_OF_IDEAS = 3
IDEAS = "utter_ask_wish_ideas_"
STILL_IDEAS = frozenset({"utter_ask_wish_ideas_again", "utter_ask_wish_again", "utter_ask_rephrased_wish"})
"""Responses after which the ideas are still there to choose from."""
LISTS = ("utter_suggestions_", "utter_ask_which")
"""How responses with a list begin."""
FREE_ALREADY = "utter_free_already"
ABOUT_A_LIST = frozenset(
    {
        *(FREE_ALREADY, "utter_price", "utter_duration", "utter_when", "utter_place", "utter_proof"),
        *("utter_ask_rephrased_list", "utter_ask_that_one", "utter_part_fits_maybe", "utter_part_fits_at_home"),
    }
)
"""Other responses after which a list is still what we talk about."""


class ActionSuggest(DuwtjeAction):
    """Gives ideas: for the wish we know, or to choose a wish from."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        if turn.loop == "nudges_form":
            return []
        sympathise(turn)
        if turn.loop == "plan_form" and turn.text:
            turn.say("utter_ask_rephrased_moment")
            return []
        if turn.text and (turn.asked or "").startswith(LISTS):
            # "Weet ik niet" under a list: the same list again helps nobody.
            return more(turn)
        if turn.loop == "wish_form" or not turn.learner.wish:
            return offer_ideas(turn)
        # Who asks for ideas again wants them for the wish again, also after having seen everything.
        limits = {name: value for name, value in (turn.slot("limits") or {}).items() if name != EVERYTHING}
        return [SlotSet("limits", limits), *suggest(turn, limits=limits)]


class ActionMoreOptions(DuwtjeAction):
    """Gives other ideas than before."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        if turn.loop == "wish_form" or not turn.learner.wish:
            return offer_ideas(turn)
        other = () if only_refuses(turn.text) else turn.topics
        if other and not set(other) <= set(turn.learner.interests):
            # "Nee, iets met koken": that is another wish.
            return keep_wish(turn, turn.text, {})
        return refine(turn) or more(turn)


class ActionFindCourse(DuwtjeAction):
    """Looks for a course about a subject, at a place, for a price, in a time."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        tags = turn.topics
        if turn.text and not tags and not _names_a_kind(turn) and (narrower := refine(turn)) is not None:
            # "In Assen" alone: another place, not another kind.
            return narrower
        limits = (turn.slot("limits") or {}) | (limits_in(turn) or {}) | {"kinds": [kind.value for kind in COURSES]}
        if tags:
            remember(turn, turn.text)
        if not turn.learner.wish:
            turn.say("utter_ask_subject")
            return [SlotSet("limits", limits), *start("wish_form", "wish")]
        return [SlotSet("limits", limits), *suggest(turn, limits=limits)]


def is_about_a_list(turn: Turn) -> bool:
    """Whether a list that somebody sees is what we talk about now."""
    asked = turn.asked or ""
    talking = asked.startswith(LISTS) or asked in ABOUT_A_LIST
    return talking and not turn.loop and not turn.open_nudge and bool(turn.learner.wish and shown_items(turn))


def more(turn: Turn) -> list[Event]:
    """Suggest what was not shown before."""
    return suggest(turn, limits=turn.slot("limits"), seen=turn.slot("seen") or ())


def offer_ideas(turn: Turn) -> list[Event]:
    """Offer wishes to choose from; what is typed next is a wish as well."""
    turn.say(f"{IDEAS}{_times_offered(turn) % SETS_OF_IDEAS + 1}")
    return [] if turn.loop == "wish_form" else start("wish_form", "wish")


def ideas_shown(turn: Turn) -> list[Mapping[str, str]]:
    """Return the buttons of the ideas that were offered last; empty when the talk went on since."""
    offered = next((name for name in reversed(responses(turn.before)) if name not in STILL_IDEAS), "")
    return turn.buttons(offered) if offered.startswith(IDEAS) else []


def ask_which_idea(turn: Turn) -> list[Event]:
    """Ask which of the ideas a yes is about."""
    turn.offer("utter_ask_wish_ideas_again", ideas_shown(turn))
    return []


def _names_a_kind(turn: Turn) -> bool:
    return bool(turn.wanted.kinds)


def _times_offered(turn: Turn) -> int:
    return sum(name.startswith(IDEAS) and name not in STILL_IDEAS for name in responses(turn.events))
