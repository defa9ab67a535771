"""Talk about other things."""

from actions.base import DuwtjeAction
from actions.feelings import sympathise
from actions.misunderstood import STEPS, not_followed
from actions.moves import Event
from actions.turn import Turn
from bot.language.hearing import not_ours_in


class ActionNotMine(DuwtjeAction):
    """Says that this is not ours, the next time with choices, tells who does know, and is kind to who has a hard time."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        times = not_followed(turn)
        known_elsewhere = not_ours_in(turn.text)
        if known_elsewhere:
            turn.say(f"utter_not_mine_{known_elsewhere}")
        elif not turn.loop and sympathise(turn):
            turn.say("utter_ask_small_or_later")
        else:
            turn.say(STEPS[times % len(STEPS)] if times else "utter_not_mine")
        return []
