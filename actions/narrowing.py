"""Looking within what somebody says about where and how daring it may be, or at everything without what we know about them."""

from collections.abc import Mapping, Sequence
from typing import Any

from rasa_sdk.events import SlotSet

from actions.item_questions import ActionTellPlace
from actions.searching import EVERYTHING, NARROWER, forget, item_called, shown_items, suggest, within
from actions.suggestions import is_about_a_list
from actions.turns.moves import Event, leave
from actions.turns.saying import Answer, saying
from actions.turns.turn import Turn
from bot.catalogue.daring import daring_of
from bot.catalogue.models import Delivery, Item, Kind
from bot.language.moments.day_parts import (
    DAYTIME,
    asks_for_then,
    asks_whether_then,
    free_part_in,
    free_parts_in,
    is_condition,
    liked_parts_in,
    part_of_day_in,
)
from bot.language.numbers.amounts import euros_in, price_limit_in
from bot.language.wishes.narrowing import NO_SCHOOL, narrowing_in

FEW_WORDS = 12
RHYTHM = frozenset({"change_frequency", "change_moment", "start_nudges", "give_moment"})
"""What Rasa may make of a price per month."""
RESPONSES = {
    "off_screen": "utter_narrower_off_screen",
    "go_out": "utter_narrower_go_out",
    "stay_in": "utter_narrower_stay_in",
    "safe": "utter_narrower_safe",
    "a_bit": "utter_narrower_a_bit",
    "bold": "utter_narrower_bold",
    "on_the_road": "utter_narrower_on_the_road",
    NO_SCHOOL: "utter_no_school",
}


def no_school(turn: Turn) -> Answer | None:
    """Return how to go on without school; None when nobody refuses that, or does so again: then it may be a no to learning."""
    return narrower(turn) if narrowing_in(turn.text) == NO_SCHOOL else None


def narrower(turn: Turn) -> Answer | None:
    """Return how to answer when a message only says where, how daring, or to show everything; None when it says something else."""
    name = None if turn.open_nudge or len(turn.text.split()) > FEW_WORDS else narrowing_in(turn.text)
    if name == "everything":
        return _everything
    if name == NO_SCHOOL and turn.heard(RESPONSES[NO_SCHOOL]):
        return None
    if name and turn.loop == "plan_form" and not turn.topics and not is_condition(turn.text):
        return _while_planning(turn, name)
    asked_wish = turn.loop == "wish_form"
    busy = turn.topics or not (asked_wish or (turn.learner.wish and not turn.loop))
    return None if name is None or busy else lambda turn: _within(turn, RESPONSES[name], NARROWER[name])


def price(turn: Turn) -> Answer | None:
    """Return how to look again within a price, whatever Rasa made of it: "max 50 euro"; None when nothing of it was said."""
    most = price_limit_in(turn.text) or (euros_in(turn.text) if turn.intent in RHYTHM else None)
    about_things = turn.loop == "wish_form" or is_about_a_list(turn) or (turn.intent in RHYTHM and not turn.loop and shown_items(turn))
    if most is None or turn.topics or turn.open_nudge or not about_things:
        return None
    response = "utter_within_price" if most else "utter_no_money"
    return lambda turn: _within(turn, response, {"price": most}, price=str(most))


def part_of_day(turn: Turn) -> Answer | None:
    """Return how to look for what is given when somebody likes it best: "s avonds liever", "overdag" under a list."""
    asks = asks_for_then(turn.text)
    under_a_list = is_about_a_list(turn)
    parts = _only_part(turn) or liked_parts_in(turn.text) or (_parts_under_a_list(turn) if under_a_list else ())
    about_things = turn.loop == "wish_form" or under_a_list or (asks and turn.loop in (None, "plan_form") and shown_items(turn))
    if not parts or turn.topics or not about_things or turn.open_nudge or len(turn.text.split()) > FEW_WORDS:
        return None

    told = turn.texts("item_part_daytime" if parts == DAYTIME else f"item_part_{parts[0]}")
    if under_a_list and asks_whether_then(turn.text) and all(_may_be_at(item, parts) for item in shown_items(turn)):
        return lambda turn: _fits_at(turn, told)
    return lambda turn: _within(turn, "utter_time_at_part", {"parts": list(parts)}, part=told)


def _may_be_at(item: Item, parts: Sequence[str]) -> bool:
    return not item.parts_of_day or not set(parts).isdisjoint(item.parts_of_day)


def _fits_at(turn: Turn, part: str) -> list[Event]:
    """Say that what is shown may be done then: at home they choose, elsewhere they have to ask."""
    items = shown_items(turn)
    away = any(item.delivery is Delivery.ONSITE for item in items)
    turn.offer("utter_part_fits_maybe" if away else "utter_part_fits_at_home", turn.buttons(f"utter_suggestions_{len(items)}"), part=part)
    return []


def _parts_under_a_list(turn: Turn) -> tuple[str, ...]:
    asked = part_of_day_in(turn.text) if asks_whether_then(turn.text) else None
    return (asked,) if asked else free_parts_in(turn.text)


def _only_part(turn: Turn) -> tuple[str, ...]:
    only = free_part_in(turn.text) if turn.loop == "wish_form" and turn.intent != "no_time" else None
    return (only,) if only else ()


def _while_planning(turn: Turn, name: str) -> Answer:
    """Return how to look for something else when what was chosen does not keep to it; else say where it is, and go on with the plan."""
    item, limits = item_called(turn, turn.slot("chosen")), NARROWER[name]
    if item is None or not keeps_to(item, limits):
        return lambda turn: _within(turn, RESPONSES[name], limits)
    return ActionTellPlace().answer if name == "stay_in" else saying("utter_fits_already", stay=True)


def keeps_to(item: Item, limits: Mapping[str, Any]) -> bool:
    """Return whether ``item`` keeps to where, how and how daring it may be."""
    where = item.delivery in limits.get("deliveries", Delivery)
    return where and item.kind in limits.get("kinds", Kind) and daring_of(item) is limits.get("daring", daring_of(item))


def _within(turn: Turn, response: str, named: Mapping[str, Any], **values: str) -> list[Event]:
    """Look again; before there is a wish, keep it for then."""
    if place := turn.wanted.place:
        # "Veel te ver, ik woon in Roosendaal."
        turn.learner = turn.services.profile.set_place(turn.learner.id, place)
        turn.say("utter_place_kept", place=place)
    turn.say(response, **values)
    return [SlotSet("limits", {**(turn.slot("limits") or {}), **named})] if turn.loop == "wish_form" else within(turn, named)


def _everything(turn: Turn) -> list[Event]:
    limits = {EVERYTHING: True}
    turn.say("utter_without_interests")
    return [*leave(), *forget(), SlotSet("limits", limits), *suggest(turn, limits=limits)]
