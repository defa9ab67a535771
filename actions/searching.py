"""Looking for something to learn, within what a person said about time, money and place."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from rasa_sdk.events import SlotSet

from actions.benefits import notice_benefit
from actions.earlier_lists import keep_list
from actions.feelings import sympathise
from actions.suggestion_lines import in_few_words, suggested
from actions.turns.moves import Event, leave
from actions.turns.turn import Turn
from actions.wishing import own_words
from actions.wording import echo
from bot.catalogue.daring import Daring
from bot.catalogue.fitting import Relaxed
from bot.catalogue.models import Delivery, Item, Kind
from bot.catalogue.wanted import Suggestion, Wanted
from bot.errors import UnknownItem
from bot.language.numbers.amounts import asks_for_cheaper, asks_for_shorter
from bot.language.plain.gate import LIMITS
from bot.language.wishes.narrowing import NO_SCHOOL, narrowing_in
from bot.registers import Register

Limits = Mapping[str, Any]
"""What narrows a search: ``minutes``, ``price`` in euros, ``kinds``, ``deliveries``, ``daring``, ``easy_dutch``, ``parts`` of the day.

``near`` holds on to ``deliveries``, ``not_in`` is a place where it must not be, ``everything`` leaves the person out.
"""
EVERYTHING = "everything"
NARROWER: Mapping[str, Limits] = {
    "off_screen": {
        "deliveries": [delivery for delivery in Delivery if delivery is not Delivery.ONLINE],
        "kinds": [kind for kind in Kind if kind not in (Kind.FILMPJE, Kind.PODCAST)],
    },
    "go_out": {"deliveries": [Delivery.WORKPLACE, Delivery.ONSITE, Delivery.SELF], "near": False},
    "stay_in": {"deliveries": [Delivery.HOME, Delivery.ONLINE, Delivery.SELF, Delivery.WORKPLACE], "near": True},
    "safe": {"daring": Daring.SAFE},
    "a_bit": {"daring": Daring.A_BIT},
    "bold": {"daring": Daring.BOLD},
    "on_the_road": {"deliveries": [Delivery.SELF, Delivery.ONLINE]},
    NO_SCHOOL: {"kinds": [kind.value for kind in Kind if not kind.is_course]},
}
"""What the ways of ``bot.language.wishes.narrowing`` mean for a search."""
RELAXED = {
    "time": "utter_nothing_in_time",
    "part": "utter_nothing_at_that_part",
    "daring": "utter_nothing_so_daring",
    "place": "utter_nothing_in_place",
    "way": "utter_nothing_that_way",
    "kind": "utter_nothing_of_kind",
    "price": "utter_nothing_for_price",
}
"""What is said about a limit that was let go."""
NEAREST = {False: "utter_nearest_place", True: "utter_nearest_place_or_nearer"}
"""The same, when it is known where the nearest is: whether something like it is nearer."""
WORDS_AROUND = 5
"""Words of ours around a list in easy words."""
SHORTER = 15
"""Minutes, for who wants something shorter."""
MEMORY = ("shown", "seen", "chosen", "limits", "remark")
"""Slots that belong to one search."""


def suggest(turn: Turn, *, limits: Limits | None, seen: Collection[str] = ()) -> list[Event]:
    """Say what was found for the wish within ``limits``, without what was ``seen``."""
    wanted = _wanted(turn, limits or {}, seen)
    found = turn.services.suggestions.suggest(wanted)
    if wanted.text and not seen and (not found.matched or Relaxed.PLACE in found.relaxed):
        turn.services.demand.note(turn.learner.id, wanted)
    if not found.items:
        turn.say("utter_no_more")
        return [*leave(), SlotSet("seen", None)]
    for limit in found.relaxed:
        elsewhere = limit == "place" and found.nearest
        turn.say(
            NEAREST[found.has_nearer] if elsewhere else RELAXED[limit],
            place=wanted.place or "",
            nearest=found.nearest or "",
            km=found.kilometres or "",
        )
    if not found.matched and wanted.text:
        turn.say("utter_nothing_nearer" if wanted.stays_near else "utter_nothing_matched")
    items, lines = _listed(turn, found.items, wanted.max_minutes)
    turn.say(f"utter_suggestions_{len(items)}", lines=lines)
    shown = [each.item.id for each in items]
    chosen = shown[0] if len(shown) == 1 else None
    return [*leave(), SlotSet("shown", shown), SlotSet("seen", [*seen, *shown]), SlotSet("chosen", chosen), keep_list(turn, shown)]


def _listed(turn: Turn, items: Sequence[Suggestion], minutes: int | None) -> tuple[Sequence[Suggestion], str]:
    """Return what is shown, and as which list: in easy words less of both."""
    if turn.register is not Register.EASY:
        return items, suggested(turn.texts, items, turn.services.interests.label, minutes, turn.now.date())
    # One button is for something else. What is far stands last, and was spoken of.
    most = turn.most_buttons - 1
    few = items if len(items) <= most or items[-1].kilometres is None else [*items[: most - 1], items[-1]]
    return in_few_words(turn.texts, few, minutes, most=most, words=LIMITS[Register.EASY].words - WORDS_AROUND)


def keep_wish(turn: Turn, wish: str, limits: Limits) -> list[Event]:
    """Store the wish in the person's own words, and suggest something for it within ``limits`` and those the sentence names."""
    remember(turn, wish)
    turn.say("utter_wish_kept_calmly" if sympathise(turn) else "utter_wish_kept", wish=echo(turn.learner.wish or ""))
    noticed = notice_benefit(turn)
    named = {**limits, **(limits_in(turn) or {})}
    return [*leave(), *forget(), *noticed, SlotSet("limits", named), *suggest(turn, limits=named)]


def remember(turn: Turn, wish: str) -> None:
    """Store what of ``wish`` says what somebody wants to learn."""
    words = own_words(turn, wish)
    turn.learner = turn.services.profile.set_wish(turn.learner.id, words, turn.services.interests.tags_in(words))


def refine(turn: Turn) -> list[Event] | None:
    """Look again within a time, budget or place that was named; None when nothing was named or there is no search."""
    before = turn.learner.place
    if turn.loop or not turn.learner.wish or (named := limits_in(turn)) is None:
        return None
    if turn.learner.place != before:
        turn.say("utter_place_kept", place=turn.learner.place)
    return within(turn, named)


def within(turn: Turn, named: Limits, seen: Collection[str] = ()) -> list[Event]:
    """Suggest again without what was ``seen``, within the limits there were and those ``named`` now; of kinds those of both, if any."""
    limits = _narrowed(turn.slot("limits") or {}, named)
    return [SlotSet("limits", limits), *suggest(turn, limits=limits, seen=seen)]


def _narrowed(limits: Limits, named: Limits) -> dict[str, Any]:
    both = [kind for kind in limits.get("kinds") or () if kind in (named.get("kinds") or ())]
    return {**limits, **named, **({"kinds": both} if both else {})}


def limits_in(turn: Turn) -> dict[str, Any] | None:
    """Return the budget, time, way and daring that were named, and keep a place that was; None when nothing was named."""
    wanted = turn.wanted
    if wanted.place:
        turn.learner = turn.services.profile.set_place(turn.learner.id, wanted.place)
    price = 0 if asks_for_cheaper(turn.text) else wanted.max_price
    minutes = SHORTER if asks_for_shorter(turn.text) else wanted.max_minutes
    told = {"price": None if price is None else int(price), "minutes": minutes, "not_in": wanted.place_refused}
    limits = {name: value for name, value in told.items() if value is not None} | dict(NARROWER.get(narrowing_in(turn.text) or "", {}))
    return limits if limits or wanted.place else None


def shown_items(turn: Turn) -> list[Item]:
    """Return the items of the latest list that still exist."""
    return list(turn.shown)


def item_called(turn: Turn, item_id: str | None) -> Item | None:
    """Return the item with this id; None when there is none any more."""
    try:
        return turn.services.suggestions.by_id(item_id) if item_id else None
    except UnknownItem:
        return None


def forget() -> list[Event]:
    """Empty what belongs to the search so far."""
    return [SlotSet(slot, None) for slot in MEMORY]


def _wanted(turn: Turn, limits: Limits, seen: Collection[str]) -> Wanted:
    wanted = Wanted(
        max_price=None if limits.get("price") is None else Decimal(limits["price"]),
        max_minutes=limits.get("minutes"),
        stays_near=bool(limits.get("near")),
        place_refused=limits.get("not_in"),
        kinds=frozenset(Kind(kind) for kind in limits.get("kinds") or ()),
        deliveries=frozenset(Delivery(delivery) for delivery in limits.get("deliveries") or ()),
        daring=Daring(limits["daring"]) if limits.get("daring") else None,
        exclude=frozenset(seen),
        parts_of_day=frozenset(limits.get("parts") or ()),
        easy_dutch=bool(limits.get("easy_dutch")),
        tenant=turn.learner.tenant,
    )
    return wanted if limits.get(EVERYTHING) else _personal(turn, wanted)


def _personal(turn: Turn, wanted: Wanted) -> Wanted:
    learner = turn.learner
    heard = turn.services.interests.tags_in(learner.wish or "")
    # Who took away every topic of the wish does not want to be reminded of it.
    text = learner.wish or "" if not heard or set(heard) & set(learner.interests) else ""
    return replace(wanted, text=text, interests=learner.interests, place=learner.place)
