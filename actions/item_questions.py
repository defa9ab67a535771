"""Questions about what was shown or chosen."""

from abc import ABC, abstractmethod
from functools import partial

from rasa_sdk.events import SlotSet

from actions import wording
from actions.choosing import ask_which, meant, nothing_shown
from actions.corrections import ABOUT_PLAN
from actions.logbook import ActionShowLog
from actions.pearls import tell_pearl, wants_pearl
from actions.searching import item_called, refine, shown_items
from actions.turns.base import DuwtjeAction
from actions.turns.moves import Event
from actions.turns.turn import Turn
from bot.catalogue.models import Item
from bot.language.lists.starting import asks_start
from bot.language.numbers.amounts import place_in_row
from bot.registers import Register

FEW_WORDS = 3


def subject(turn: Turn) -> list[Item]:
    """Return what the question is about: the one that is named, else the one chosen, else everything shown."""
    items = shown_items(turn)
    named = turn.entity("ordinal") is not None or place_in_row(turn.text) is not None
    item = meant(turn, items) if named else item_called(turn, turn.slot("chosen"))
    return [item] if item else items


class ActionTellDetails(DuwtjeAction):
    """Tells all about one thing."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        if wants_pearl(turn):
            # "Hoe doen anderen dat" sounds like it, and is about people.
            return tell_pearl(turn)
        items = subject(turn)
        if not items:
            return nothing_shown(turn)
        item = items[0] if len(items) == 1 else meant(turn, items)
        if item is None:
            return ask_which(turn, items)
        return details(turn, item)


def details(turn: Turn, item: Item) -> list[Event]:
    """Tell all about ``item``, and ask whether to plan it."""
    turn.say(
        "utter_details",
        title=item.title,
        summary=item.summary,
        step=item.smallest_step.text,
        facts=wording.facts(turn.texts, item, turn.now.date()),
        source=wording.source(turn.texts, item, briefly=turn.register is Register.EASY),
    )
    if turn.loop != "plan_form":
        turn.say("utter_ask_plan_this")
    return [SlotSet("chosen", item.id)]


class TellFact(DuwtjeAction, ABC):
    """Tells one fact about what was shown or chosen."""

    response: str

    def answer(self, turn: Turn) -> list[Event]:
        items = subject(turn)
        return self.about(turn, items) if items else nothing_shown(turn)

    def about(self, turn: Turn, items: list[Item]) -> list[Event]:
        """Tell it of each of ``items``."""
        turn.say(self.response, lines=wording.listed(turn.texts, items, partial(self.tell, turn)))
        # What was asked about is what "die dan" means. Who is planning something else goes on with that.
        return [SlotSet("chosen", items[0].id)] if len(items) == 1 and not turn.loop else []

    @abstractmethod
    def tell(self, turn: Turn, item: Item) -> str:
        """Return the fact in words."""


class ActionTellPrice(TellFact):
    """Tells what it costs."""

    begins_a_rule = True
    response = "utter_price"

    def answer(self, turn: Turn) -> list[Event]:
        # "Liefst gratis" is no question: it says what it may cost. "Is dat gratis" is one, "max 20 euro" is not.
        few = FEW_WORDS if any(sign.isdigit() for sign in turn.text) else FEW_WORDS - 1
        narrower = refine(turn) if len(turn.text.split()) <= few else None
        if narrower is not None:
            return narrower
        if not subject(turn):
            turn.say("utter_talking_is_free")
        return super().answer(turn) if turn.loop != "wish_form" or subject(turn) else []

    def tell(self, turn: Turn, item: Item) -> str:
        return wording.price(turn.texts, item)


def wants_start(turn: Turn) -> bool:
    """Whether the message asks when something that was shown begins, or when a new plan is, whatever Rasa made of it."""
    if turn.open_nudge or not asks_start(turn.text):
        return False
    is_shown = turn.loop in (None, "plan_form") and bool(subject(turn))
    return is_shown or turn.heard(ABOUT_PLAN)


def tell_start(turn: Turn) -> list[Event]:
    """Tell when it begins, or who would know; in easy words one thing a message. Right after a plan was made, tell when that is."""
    if turn.heard(ABOUT_PLAN):
        return ActionShowLog().answer(turn)
    today = turn.now.date()
    lines = wording.listed(turn.texts, subject(turn), lambda item: wording.when(turn.texts, item, today))
    for told in lines.splitlines() if turn.register is Register.EASY else [lines]:
        turn.say("utter_when", lines=told)
    return []


class ActionTellDuration(TellFact):
    """Tells how long it takes."""

    begins_a_rule = True
    response = "utter_duration"

    def tell(self, turn: Turn, item: Item) -> str:
        return wording.time(turn.texts, item)


class ActionTellPlace(TellFact):
    """Tells where it is."""

    begins_a_rule = True
    response = "utter_place"

    def answer(self, turn: Turn) -> list[Event]:
        # "In Utrecht" alone is no question: it says where it may be.
        narrower = refine(turn) if len(turn.text.split()) <= FEW_WORDS else None
        return super().answer(turn) if narrower is None else narrower

    def tell(self, turn: Turn, item: Item) -> str:
        return wording.place(turn.texts, item, item.spots(turn.now.date()))


class ActionTellProof(TellFact):
    """Tells what proof it gives."""

    begins_a_rule = True
    response = "utter_proof"

    def tell(self, turn: Turn, item: Item) -> str:
        return wording.proof(turn.texts, item)
