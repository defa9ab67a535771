"""Wanting something after all, right after a no."""

from actions import nudges
from actions.suggestions import ActionSuggest
from actions.turns.moves import Event, start
from actions.turns.saying import Answer
from actions.turns.turn import Turn
from bot.language.moments.refused_days import is_about_nudges
from bot.language.small_talk.small_answers import wants_after_all

FEW_WORDS = 7
NO_TO_LEARNING = ("utter_no_wish", "utter_not_now", "utter_fine", "utter_goodbye")
NO_TO_NUDGES = ("utter_nudges_declined",)


def after_all(turn: Turn) -> Answer | None:
    """Return how to go on with what was let go just before; None when nothing was, or this says something else."""
    if turn.loop or turn.open_nudge or turn.topics or len(turn.text.split()) > FEW_WORDS or not wants_after_all(turn.text):
        return None
    if not turn.heard((*NO_TO_NUDGES, *NO_TO_LEARNING)):
        return None
    return nudges.ask if turn.heard(NO_TO_NUDGES) or is_about_nudges(turn.text) else _learn


def _learn(turn: Turn) -> list[Event]:
    return ActionSuggest().answer(turn) if turn.learner.wish else start("wish_form", "wish")
