"""A wish in another language: it is kept by the name of its topic, and we say that we speak Dutch."""

from actions.searching import keep_wish
from actions.turns.moves import Event
from actions.turns.saying import Answer
from actions.turns.turn import Turn
from bot.language.words.other_language import is_other_language


def foreign_wish(turn: Turn) -> Answer | None:
    """Return how to keep a topic that is named among words of another language: "I want to learn Dutch"; else None."""
    may_be_one = turn.loop in (None, "wish_form") and not turn.open_nudge
    return _keep if may_be_one and turn.topics and is_other_language(turn.text) else None


def _keep(turn: Turn) -> list[Event]:
    turn.say("utter_i_speak_dutch")
    return keep_wish(turn, turn.services.interests.label(turn.topics[0]), {})
