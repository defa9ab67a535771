"""Talk about other things."""

from actions.base import DuwtjeAction
from actions.feelings import sympathise
from actions.misunderstood import STEPS, not_followed
from actions.moves import Event
from actions.turn import Turn
from bot.language.hearing import not_ours_in

SAID = {
    "thank": "utter_you_are_welcome",
    "praise": "utter_glad",
    "insult": "utter_calm",
    "smalltalk_how_are_you": "utter_how_i_am",
    "smalltalk_joke": "utter_joke",
    "ask_bot": "utter_i_am_a_bot",
    "ask_language": "utter_i_speak_dutch",
    "ask_privacy": "utter_privacy",
}
"""Meanings that always get the same answer."""


class ActionSay(DuwtjeAction):
    """Says what there is to say to small talk, unless there is more in the message than Rasa made of it."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        turn.say(SAID[turn.intent])
        return []


class ActionNotMine(DuwtjeAction):
    """Says that this is not ours, the next time with choices, tells who does know, and is kind to who has a hard time."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        times = not_followed(turn)
        known_elsewhere = not_ours_in(turn.text)
        if known_elsewhere:
            turn.say(f"utter_not_mine_{known_elsewhere}")
        elif sympathise(turn):
            if not turn.loop:
                turn.say("utter_ask_small_or_later")
        else:
            turn.say(STEPS[times % len(STEPS)] if times else "utter_not_mine")
        return []
