"""Closing an open question without a word."""

from actions.turns.base import DuwtjeAction
from actions.turns.moves import Event, leave
from actions.turns.turn import Turn


class ActionLeaveForm(DuwtjeAction):
    """Closes the form that is open, if any."""

    def answer(self, turn: Turn) -> list[Event]:
        return leave()
