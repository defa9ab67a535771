"""Talk about other things."""

from actions.feelings import sympathise
from actions.misunderstood import STEPS, not_followed, times_in_a_row, was_said
from actions.searching import refine
from actions.turns.base import DuwtjeAction
from actions.turns.moves import Event, leave
from actions.turns.turn import Turn
from bot.language.safety.hearing import not_ours_in
from bot.language.small_talk.small_answers import is_asking

SAID = {
    "thank": "utter_you_are_welcome",
    "praise": "utter_glad",
    "smalltalk_how_are_you": "utter_how_i_am",
    "smalltalk_joke": "utter_joke",
    "ask_bot": "utter_i_am_a_bot",
    "ask_language": "utter_i_speak_dutch",
    "ask_privacy": "utter_privacy",
}
"""Meanings that always get the same answer."""
CALM = ("utter_calm", "utter_calm", "utter_ask_rest_or_human", "utter_rest")
"""Answers to insults in a row: the third time a human or a rest is offered, and then nothing is asked any more."""


class ActionSay(DuwtjeAction):
    """Says what there is to say to small talk, unless there is more in the message than Rasa made of it."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        turn.say(SAID[turn.intent])
        return []


class ActionStayCalm(DuwtjeAction):
    """Takes an insult calmly; the third in a row ends what was asked."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        before = times_in_a_row(turn, lambda event: was_said(event, CALM))
        turn.say(CALM[min(before, len(CALM) - 1)])
        return leave() if before >= CALM.index("utter_ask_rest_or_human") else []


class ActionNotMine(DuwtjeAction):
    """Says that this is not ours, the next time with choices, tells who does know, and is kind to who has a hard time."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        times = not_followed(turn)
        known_elsewhere = not_ours_in(turn.text)
        again = None if known_elsewhere or is_asking(turn.text) else refine(turn)
        if again is not None:
            return again
        if known_elsewhere:
            turn.say(f"utter_not_mine_{known_elsewhere}")
        elif sympathise(turn):
            if not turn.loop:
                turn.say("utter_ask_small_or_later")
        else:
            turn.say(STEPS[times % len(STEPS)] if times else "utter_not_mine")
        return []
