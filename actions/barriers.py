"""What stands in the way: it changes what is suggested, never the person."""

from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk.events import SlotSet

from actions.feelings import sympathise
from actions.searching import NARROWER, Limits, item_called, keep_wish, suggest
from actions.telling import go_on, tells_shift
from actions.turns.base import DuwtjeAction
from actions.turns.moves import Event, leave, start
from actions.turns.turn import Turn
from bot.catalogue.daring import Daring, daring_of
from bot.catalogue.models import Delivery, Item, Kind
from bot.language.lists.provisos import parted_at_but
from bot.language.moments.day_parts import free_part_in
from bot.language.numbers.amounts import minutes_in, price_limit_in
from bot.language.small_talk.small_answers import is_about_school, settles
from bot.language.wishes.own_words import wish_in
from bot.language.wishes.schooling import refuses_all
from bot.learners.models import Barrier, NudgeState

SHORT = 5
"""Minutes, for who has no time."""
LONG = 120
"""Minutes. More than this is what keeps somebody busy, "ik werk 8 uur per dag", and no time that is left."""
LITTLE_READING = [Kind.FILMPJE, Kind.KLUS, Kind.PODCAST, Kind.MEELOPEN, Kind.VRAAG, Kind.LEERPLEK]


class BarrierAnswer(DuwtjeAction, ABC):
    """Narrows the search and looks again."""

    begins_a_rule = True
    response: str
    kept: Barrier
    """What is kept about it, so that nudges can help with it."""
    is_kind = False
    """Whether the response itself has a word about the feeling."""

    def answer(self, turn: Turn) -> list[Event]:
        if not self.is_kind:
            sympathise(turn)
        turn.learner = turn.services.profile.met_barrier(turn.learner.id, self.kept)
        narrower = self.limit(turn)
        self.respond(turn, narrower)
        limits = {**(turn.slot("limits") or {}), **narrower}
        if self._is_met(turn):
            turn.say("utter_fits_already")
            return [SlotSet("limits", limits)]
        if turn.loop == "wish_form" or not turn.learner.wish:
            wish = _wish_before_but(turn)
            return keep_wish(turn, wish, limits) if wish else [SlotSet("limits", limits)]
        return [SlotSet("limits", limits), *suggest(turn, limits=limits)]

    def respond(self, turn: Turn, limits: Limits) -> None:
        """Say what will be looked for within ``limits``."""
        turn.say(self.response, **limits)

    def _is_met(self, turn: Turn) -> bool:
        """Whether what is being planned keeps to it already; then the plan goes on."""
        item = item_called(turn, turn.slot("chosen")) if turn.loop == "plan_form" else None
        return item is not None and self.suits(turn, item)

    def suits(self, turn: Turn, item: Item) -> bool:
        """Whether ``item`` keeps to the limit."""
        return False

    @abstractmethod
    def limit(self, turn: Turn) -> dict[str, Any]:
        """Return what the search should keep to."""


def _wish_before_but(turn: Turn) -> str | None:
    """Return what is wanted in a message that also says what stands in its way: "koken, maar ik heb maar een kwartiertje"."""
    parts = parted_at_but(turn.text) if turn.loop in (None, "wish_form") else None
    wanted = parts is not None and wish_in(parts[0]) is not None and turn.services.interests.tags_in(parts[0])
    return parts[0] if parts and wanted else None


class ActionNoTime(BarrierAnswer):
    """Only short things, or those at the only time that suits, unless they only tell their shifts."""

    response = "utter_no_time"
    kept = Barrier.TIJD

    def limit(self, turn: Turn) -> dict[str, Any]:
        part, told = free_part_in(turn.text), minutes_in(turn.text)
        minutes = told if told and told <= LONG else None
        return {**({"parts": [part]} if part else {}), **({"minutes": minutes or SHORT} if minutes or not part else {})}

    def respond(self, turn: Turn, limits: Limits) -> None:
        if "minutes" in limits:
            super().respond(turn, limits)
        else:
            turn.say("utter_time_at_part", part=turn.texts(f"item_part_{limits['parts'][0]}"))

    def answer(self, turn: Turn) -> list[Event]:
        if not tells_shift(turn):
            return super().answer(turn)
        return [] if turn.loop else go_on(turn)


class ActionNoMoney(BarrierAnswer):
    """Only free things, or as much as was named."""

    response = "utter_no_money"
    kept = Barrier.GELD

    def answer(self, turn: Turn) -> list[Event]:
        events = super().answer(turn)
        # Who asked to see what is free has to say what about.
        wants_to_see = turn.heard("utter_ask_free_instead") and not turn.loop and not turn.learner.wish
        return [*events, *start("wish_form", "wish")] if wants_to_see else events

    def limit(self, turn: Turn) -> dict[str, Any]:
        return {"price": price_limit_in(turn.text) or 0}

    def respond(self, turn: Turn, limits: Limits) -> None:
        turn.say("utter_within_price" if limits["price"] else self.response, **limits)

    def suits(self, turn: Turn, item: Item) -> bool:
        return item.is_free and item.delivery is not Delivery.ONSITE


class ActionFeelUnsure(BarrierAnswer):
    """Things to try alone."""

    response = "utter_feel_unsure"
    kept = Barrier.MOED
    is_kind = True

    def limit(self, turn: Turn) -> dict[str, Any]:
        return dict(NARROWER["safe"])

    def suits(self, turn: Turn, item: Item) -> bool:
        return daring_of(item) is Daring.SAFE


class ActionLanguageHard(BarrierAnswer):
    """Things to do or to watch, places such as a Taalhuis, and lessons in Dutch."""

    response = "utter_language_hard"
    kept = Barrier.TAAL
    is_kind = True

    def answer(self, turn: Turn) -> list[Event]:
        if turn.topics and settles(turn.text):
            # "Lezen dan maar": what was in the way is now what they want to learn.
            return keep_wish(turn, turn.text, {})
        turn.easier()
        return super().answer(turn)

    def limit(self, turn: Turn) -> dict[str, Any]:
        return {"kinds": [kind.value for kind in LITTLE_READING], "easy_dutch": True}


class ActionNotNow(DuwtjeAction):
    """Waits."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        sympathise(turn)
        turn.say("utter_not_now")
        return leave()


class ActionRefuseLearning(DuwtjeAction):
    """Accepts a no without arguing. A no to school is none to learning: that it is no school is said once."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        if turn.loop == "wish_form" and is_about_school(turn.text) and not refuses_all(turn.text) and not turn.heard("utter_no_school"):
            turn.say("utter_no_school")
            return []
        turn.say("utter_ask_stop_too" if turn.learner.nudges.state is NudgeState.ON else "utter_learning_refused")
        return leave()
