"""Rights that were asked for in other words than the product knows by heart."""

from rasa_sdk.events import SlotSet

from actions.base import DuwtjeAction
from actions.moves import Event, leave
from actions.standing_reminders import ActionCancelReminder
from actions.turn import Turn
from bot.language.erasing import cancels, limited_to

AGREED = ("utter_reminder_set", "utter_reminder_moved", "utter_reminders")
"""After these "haal het weg" is about reminders."""


class ActionAskErase(DuwtjeAction):
    """Has the product ask whether everything has to go, unless only a part of it has to."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        part = limited_to(turn.text)
        if part == "reminders" or cancels(turn.text) or (part == "unclear" and turn.heard(AGREED)):
            return ActionCancelReminder().answer(turn)
        if part == "work":
            turn.effect("forget_work")
        elif part:
            turn.say("utter_ask_what_to_erase")
        else:
            turn.effect("erase")
        return leave()


def ask_whether_to_stop(turn: Turn) -> list[Event]:
    """Have the product ask whether nudges have to stop, once for the same words."""
    turn.effect("stop_ask")
    return [SlotSet("remark", turn.text)]
