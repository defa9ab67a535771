"""Where a person lives or looks: a place, or the postcode of one."""

from actions.searching import refine
from actions.turns.moves import Event, start
from actions.turns.turn import Turn

PLACE_UNKNOWN = "utter_postcode_unknown"
BEFORE_A_QUESTION = (None, "wish_form")
"""Where looking again answers a place; anywhere else a question of ours is open, and is asked again."""


def hear_place(turn: Turn) -> list[Event]:
    """Keep the place, of a postcode only the gemeente, and go on from there: look again, or ask what to look for."""
    place = turn.wanted.place
    if place is None:
        turn.say(PLACE_UNKNOWN)
        return []
    if turn.loop in BEFORE_A_QUESTION and (again := refine(turn)) is not None:
        return again
    turn.learner = turn.services.profile.set_place(turn.learner.id, place)
    turn.say("utter_place_kept", place=place)
    return [] if turn.loop else start("wish_form", "wish")
