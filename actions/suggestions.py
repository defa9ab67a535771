"""Suggestions: at most three, each with its time, its cost, its place and the reason."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from rasa_sdk.events import SlotSet

from actions.base import DuwtjeAction
from actions.turn import Event, Turn, leave, start
from actions.wording import suggested
from bot.catalogue.models import Item, Kind, Wanted
from bot.errors import UnknownItem
from bot.learners.models import Learner

COURSES = frozenset({Kind.CURSUS, Kind.OPLEIDING})
RELAXED = {
    "place": "utter_nothing_in_place",
    "price": "utter_nothing_for_price",
    "time": "utter_nothing_in_time",
    "kind": "utter_no_courses",
}
Limits = Mapping[str, Any]


def suggest(turn: Turn, learner: Learner, *, limits: Limits | None, seen: Collection[str]) -> list[Event]:
    """Say what was found for the wish within ``limits``, without what was ``seen``."""
    wanted = _wanted(learner, limits or {}, seen)
    found = turn.services.suggestions.suggest(wanted, limit=3)
    if not found.items:
        turn.say("utter_no_more")
        return [*leave(), SlotSet("seen", None)]
    if found.relaxed:
        turn.say(RELAXED[found.relaxed], place=wanted.place or "")
    elif all(each.because.code == "small" for each in found.items) and wanted.text:
        turn.say("utter_nothing_matched")
    turn.say(f"utter_suggestions_{len(found.items)}", lines=suggested(found.items))
    shown = [each.item.id for each in found.items]
    chosen = shown[0] if len(shown) == 1 else None
    return [*leave(), SlotSet("shown", shown), SlotSet("seen", [*seen, *shown]), SlotSet("chosen", chosen)]


def shown_items(turn: Turn) -> list[Item]:
    """Return the items of the latest list that still exist."""
    found = (item_called(turn, item_id) for item_id in turn.slot("shown") or ())
    return [item for item in found if item]


def item_called(turn: Turn, item_id: str | None) -> Item | None:
    """Return the item with this id; None when there is none any more."""
    try:
        return turn.services.suggestions.by_id(item_id) if item_id else None
    except UnknownItem:
        return None


def _wanted(learner: Learner, limits: Limits, seen: Collection[str]) -> Wanted:
    return Wanted(
        text=learner.wish or "",
        interests=learner.interests,
        place=learner.place,
        max_price=None if limits.get("price") is None else Decimal(limits["price"]),
        max_minutes=limits.get("minutes"),
        kinds=frozenset(Kind(kind) for kind in limits.get("kinds") or ()),
        exclude=frozenset(seen),
    )


class ActionSuggest(DuwtjeAction):
    """Gives ideas: for the wish we know, or to choose a wish from."""

    def answer(self, turn: Turn) -> list[Event]:
        if turn.loop == "wish_form" or not turn.learner.wish:
            return offer_ideas(turn)
        return suggest(turn, turn.learner, limits=turn.slot("limits"), seen=())


class ActionMoreOptions(DuwtjeAction):
    """Gives other ideas than before."""

    def answer(self, turn: Turn) -> list[Event]:
        if turn.loop == "wish_form" or not turn.learner.wish:
            return offer_ideas(turn)
        return suggest(turn, turn.learner, limits=turn.slot("limits"), seen=turn.slot("seen") or ())


class ActionFindCourse(DuwtjeAction):
    """Looks for a course about a subject, at a place, for a price, in a time."""

    def answer(self, turn: Turn) -> list[Event]:
        limits = limits_in(turn) | {"kinds": sorted(COURSES)}
        learner = turn.learner
        if tags := turn.services.interests.tags_in(turn.text):
            learner = turn.services.profile.set_wish(learner.id, turn.text, tags)
        if not learner.wish:
            turn.say("utter_ask_subject")
            return [*start("wish_form", "wish"), SlotSet("limits", limits)]
        return [SlotSet("limits", limits), *suggest(turn, learner, limits=limits, seen=())]


def limits_in(turn: Turn) -> dict[str, Any]:
    """Return the place, budget and time that were named; a place is kept for later as well."""
    wanted = turn.services.suggestions.read(turn.text)
    if wanted.place:
        turn.services.profile.set_place(turn.learner.id, wanted.place)
    told = {"price": None if wanted.max_price is None else int(wanted.max_price), "minutes": wanted.max_minutes}
    return {name: value for name, value in told.items() if value is not None}


def offer_ideas(turn: Turn) -> list[Event]:
    """Offer wishes to choose from; what is typed next is a wish as well."""
    turn.say("utter_ask_wish_ideas")
    return [] if turn.loop == "wish_form" else start("wish_form", "wish")
