"""Where a person lives or looks: a place, or the postcode of one."""

from actions.moves import Event, start
from actions.searching import refine
from actions.turn import Turn


def hear_postcode(turn: Turn) -> list[Event]:
    """Keep the gemeente of the postcode, never the postcode itself, and go on from there: look again, or ask what to look for."""
    place = turn.services.suggestions.read(turn.text).place
    if place is None:
        turn.say("utter_postcode_unknown")
        return []
    if (again := refine(turn)) is not None:
        return again
    turn.learner = turn.services.profile.set_place(turn.learner.id, place)
    turn.say("utter_place_kept", place=place)
    return [] if turn.loop else start("wish_form", "wish")
