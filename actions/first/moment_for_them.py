"""A moment for who has none: "jij mag kiezen" gets one from us, "weet ik nog niet" two to choose from."""

from collections.abc import Sequence

from actions.plan import keep, names_moment
from actions.searching import item_called
from actions.turns.moves import Event
from actions.turns.saying import Answer, saying
from actions.turns.turn import Turn
from bot.catalogue.models import Delivery, Item
from bot.language.small_talk.small_answers import asks_outright, has_no_idea_when, has_no_preference, is_not_knowing, leaves_open

FORM = "plan_form"
TWO_MOMENTS = "utter_ask_two_moments"


def moment_for_them(turn: Turn) -> Answer | None:
    """Return how to go on with a plan for who leaves its moment to us or knows none; None for anything else."""
    item = item_called(turn, turn.slot("chosen")) if turn.loop == FORM and not turn.open_nudge else None
    if item is None or names_moment(turn) or leaves_open(turn.text) or asks_outright(turn.text):
        return None
    if is_not_knowing(turn.text) or has_no_idea_when(turn.text):
        # Who still does not know does not want to plan.
        return saying("utter_no_plan") if turn.heard(TWO_MOMENTS) else lambda turn: _offer_two(turn, item)
    return (lambda turn: _choose(turn, item)) if has_no_preference(turn.text) else None


def _choose(turn: Turn, item: Item) -> list[Event]:
    turn.say("utter_plan_chosen")
    return keep(turn, item, _moments(turn, item)[0].lower())


def _offer_two(turn: Turn, item: Item) -> list[Event]:
    named = [{"title": moment, "payload": f'/give_moment{{"moment": "{moment.lower()}"}}'} for moment in _moments(turn, item)]
    turn.offer(TWO_MOMENTS, [*named, turn.buttons("utter_ask_moment")[-1]])
    return []


def _moments(turn: Turn, item: Item) -> Sequence[str]:
    """Return two moments that suit ``item``, the best first."""
    if item.delivery is Delivery.WORKPLACE:
        return turn.texts("moment_break"), turn.texts("moment_after_work")
    days = [day.capitalize() for day in item.open_days]
    return [*days, turn.texts("moment_evening"), turn.texts("moment_weekend")][:2]
