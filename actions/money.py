"""Help to pay: honest, dated, and never a promise."""

from actions.base import DuwtjeAction
from actions.moves import Event
from actions.turn import Turn


class ActionTellMoneyHelp(DuwtjeAction):
    """Tells who may help to pay, and what is free."""

    def answer(self, turn: Turn) -> list[Event]:
        turn.say("utter_money_help")
        if not turn.loop:
            turn.say("utter_ask_free_instead")
        return []
