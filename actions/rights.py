"""Rights that were asked for in other words than the product knows by heart."""

from rasa_sdk.events import SlotSet

from actions.base import DuwtjeAction
from actions.moves import Event, leave
from actions.turn import Turn


class ActionAskErase(DuwtjeAction):
    """Has the product ask whether everything has to go, unless the message is about something else that has to be forgotten."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        turn.effect("erase")
        return leave()


def ask_whether_to_stop(turn: Turn) -> list[Event]:
    """Have the product ask whether nudges have to stop, once for the same words."""
    turn.effect("stop_ask")
    return [SlotSet("remark", turn.text)]
