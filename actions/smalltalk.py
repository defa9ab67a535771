"""Talk about other things."""

from actions.base import DuwtjeAction
from actions.moves import Event, leave
from actions.turn import Turn
from bot.language.heavy import is_heavy


class ActionNotMine(DuwtjeAction):
    """Says that this is not ours, and is kind to who has a hard time."""

    def answer(self, turn: Turn) -> list[Event]:
        if is_heavy(turn.text):
            turn.say("utter_sorry_to_hear")
            return leave()
        turn.say("utter_not_mine")
        return []
