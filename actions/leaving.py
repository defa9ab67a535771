"""Closing an open question without a word."""

from actions.base import DuwtjeAction
from actions.moves import Event, leave
from actions.turn import Turn


class ActionLeaveForm(DuwtjeAction):
    """Closes the form that is open, if any."""

    def answer(self, turn: Turn) -> list[Event]:
        return leave()
