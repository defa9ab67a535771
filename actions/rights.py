"""Rights that were asked for in other words than the product knows by heart."""

from rasa_sdk.events import SlotSet

from actions.dropping import ask_what, forget_wish, in_sight
from actions.standing_reminders import ActionCancelReminder
from actions.turns.base import DuwtjeAction
from actions.turns.moves import Event, leave
from actions.turns.turn import Turn
from bot.language.safety.erasing import NAME, PLACE, WISH, cancels, limited_to

BY_THE_PRODUCT = {"work": "forget_work", PLACE: "forget_place", NAME: "forget_name"}
"""Parts of what we know that the product has go."""


class ActionAskErase(DuwtjeAction):
    """Has the product ask whether everything has to go, unless only a part of it has to."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        part = limited_to(turn.text)
        if part == "reminders" or cancels(turn.text):
            return ActionCancelReminder().answer(turn)
        if part == "unclear":
            return in_sight(turn)(turn)
        if part == WISH and turn.learner.wish:
            return forget_wish(turn)
        if part and part not in BY_THE_PRODUCT:
            return ask_what(turn)
        turn.effect(BY_THE_PRODUCT.get(part or "", "erase"))
        return leave()


class ActionTellData(DuwtjeAction):
    """Has the product tell what we know, unless it is our ideas that somebody wants to see."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        turn.effect("overview")
        return []


def ask_whether_to_stop(turn: Turn) -> list[Event]:
    """Have the product ask whether nudges have to stop, once for the same words."""
    turn.effect("stop_ask")
    return [SlotSet("remark", turn.text)]
