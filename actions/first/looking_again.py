"""More or less of something than in the list: "iets korter", "heb je ook iets makkelijkers"."""

from collections.abc import Mapping

from actions.choosing import ask_which
from actions.searching import NARROWER, shown_items, within
from actions.suggestions import FREE_ALREADY, is_about_a_list
from actions.turns.moves import Event
from actions.turns.saying import Answer
from actions.turns.turn import Turn
from bot.language.lists.looking_again import more_or_less_in
from bot.language.wishes.narrowing import NO_SCHOOL

EASY_MINUTES = 60
"""What takes longer is not easier to begin with."""


def looking_again(turn: Turn) -> Answer | None:
    """Return how to look for less of something than what is shown; None when it asks for nothing of the kind, or nothing is shown."""
    named = more_or_less_in(turn.text) if is_about_a_list(turn) else None
    return ANSWERS[named] if named else None


def _shorter(turn: Turn) -> list[Event]:
    known = [item.minutes for item in shown_items(turn) if item.minutes]
    if not known:
        return ask_which(turn, shown_items(turn))
    turn.say("utter_look_shorter")
    return within(turn, {"minutes": min(known) - 1})


def _easier(turn: Turn) -> list[Event]:
    turn.say("utter_look_easier")
    return within(turn, {**NARROWER[NO_SCHOOL], "minutes": EASY_MINUTES}, seen=turn.slot("seen") or ())


def _cheaper(turn: Turn) -> list[Event]:
    items = shown_items(turn)
    if all(item.is_free for item in items):
        turn.offer(FREE_ALREADY, turn.buttons(f"utter_suggestions_{len(items)}"))
        return []
    turn.say("utter_look_cheaper")
    return within(turn, {"price": 0})


def _nearer(turn: Turn) -> list[Event]:
    turn.say("utter_narrower_stay_in")
    return within(turn, NARROWER["stay_in"])


ANSWERS: Mapping[str, Answer] = {"shorter": _shorter, "easier": _easier, "cheaper": _cheaper, "nearer": _nearer}
"""By what a list should have more or less of."""
