"""Suggestions: at most three, each with its time, its cost, its place and the reason."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from rasa_sdk.events import SlotSet

from actions.base import DuwtjeAction
from actions.turn import Event, Turn, leave, responses, start
from actions.wording import suggested
from bot.catalogue.models import Item, Kind, Wanted
from bot.errors import UnknownItem
from bot.learners.models import Learner

COURSES = frozenset({Kind.CURSUS, Kind.OPLEIDING})
SETS_OF_IDEAS = 3
RELAXED = {
    "place": "utter_nothing_in_place",
    "price": "utter_nothing_for_price",
    "time": "utter_nothing_in_time",
    "kind": "utter_nothing_of_kind",
}
Limits = Mapping[str, Any]


def suggest(turn: Turn, *, limits: Limits | None, seen: Collection[str] = ()) -> list[Event]:
    """Say what was found for the wish within ``limits``, without what was ``seen``."""
    wanted = _wanted(turn, turn.learner, limits or {}, seen)
    found = turn.services.suggestions.suggest(wanted, limit=3)
    if not found.items:
        turn.say("utter_no_more")
        return [*leave(), SlotSet("seen", None)]
    if found.relaxed:
        turn.say(RELAXED[found.relaxed], place=wanted.place or "")
    elif all(each.because.code == "small" for each in found.items) and wanted.text:
        turn.say("utter_nothing_matched")
    turn.say(f"utter_suggestions_{len(found.items)}", lines=suggested(found.items, wanted.max_minutes))
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


def _wanted(turn: Turn, learner: Learner, limits: Limits, seen: Collection[str]) -> Wanted:
    heard = turn.services.interests.tags_in(learner.wish or "")
    # Who took away every topic of the wish does not want to be reminded of it.
    text = learner.wish or "" if not heard or set(heard) & set(learner.interests) else ""
    return Wanted(
        text=text,
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
        return suggest(turn, limits=turn.slot("limits"))


class ActionMoreOptions(DuwtjeAction):
    """Gives other ideas than before."""

    def answer(self, turn: Turn) -> list[Event]:
        if turn.loop == "wish_form" or not turn.learner.wish:
            return offer_ideas(turn)
        return suggest(turn, limits=turn.slot("limits"), seen=turn.slot("seen") or ())


class ActionFindCourse(DuwtjeAction):
    """Looks for a course about a subject, at a place, for a price, in a time."""

    def answer(self, turn: Turn) -> list[Event]:
        limits = (limits_in(turn) or {}) | {"kinds": sorted(COURSES)}
        if tags := turn.services.interests.tags_in(turn.text):
            turn.learner = turn.services.profile.set_wish(turn.learner.id, turn.text, tags)
        if not turn.learner.wish:
            turn.say("utter_ask_subject")
            return [SlotSet("limits", limits), *start("wish_form", "wish")]
        return [SlotSet("limits", limits), *suggest(turn, limits=limits)]


def limits_in(turn: Turn) -> dict[str, Any] | None:
    """Return the budget and time that were named, and keep a place that was; None when nothing was named."""
    wanted = turn.services.suggestions.read(turn.text)
    if wanted.place:
        turn.learner = turn.services.profile.set_place(turn.learner.id, wanted.place)
    told = {"price": None if wanted.max_price is None else int(wanted.max_price), "minutes": wanted.max_minutes}
    limits = {name: value for name, value in told.items() if value is not None}
    return limits if limits or wanted.place else None


def offer_ideas(turn: Turn) -> list[Event]:
    """Offer wishes to choose from; what is typed next is a wish as well."""
    turn.say(f"utter_ask_wish_ideas_{_times_offered(turn) % SETS_OF_IDEAS + 1}")
    return [] if turn.loop == "wish_form" else start("wish_form", "wish")


def _times_offered(turn: Turn) -> int:
    return sum(name.startswith("utter_ask_wish_ideas") for name in responses(turn.events))
