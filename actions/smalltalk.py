"""Talk about other things."""

from actions.base import DuwtjeAction
from actions.misunderstood import STEPS, times_in_a_row
from actions.moves import Event, leave
from actions.turn import Turn
from bot.language.heavy import is_heavy


class ActionNotMine(DuwtjeAction):
    """Says that this is not ours, the next time with choices, and is kind to who has a hard time."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        if is_heavy(turn.text):
            turn.say("utter_sorry_to_hear")
            return leave()
        times = times_in_a_row(turn)
        turn.say(STEPS[times % len(STEPS)] if times else "utter_not_mine")
        return []
