"""Closing an open question without a word."""

from actions.base import DuwtjeAction
from actions.turn import Event, Turn, leave


class ActionLeaveForm(DuwtjeAction):
    """Closes the form that is open, if any."""

    def answer(self, turn: Turn) -> list[Event]:
        return leave()
