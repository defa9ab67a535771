"""What an answer to the question whether nudges may come says besides, and when it is none."""

from rasa_sdk.events import SlotSet

from actions.turns.moves import REQUESTED, Event
from actions.turns.turn import Turn
from bot.language.moments.day_parts import part_of_day_in
from bot.language.moments.refused_days import wanted_day_in
from bot.language.moments.rhythms import every_days_in, names_rhythm
from bot.language.small_talk.yes_words import YES, yes_or_no

SAID_BEFORE = ("utter_plan_changed", "utter_ask_did_you_mean", "utter_ask_pick_a_way", "utter_why_")
"""After these an "ok" may be about them."""


def says_yes_and_how_often(turn: Turn) -> bool:
    """Whether it begins with a yes and goes on with how often: "ja, 1 keer per week op donderdag"."""
    first, _, rest = turn.text.partition(" ")
    return yes_or_no(first, clear=True) == YES and names_rhythm(rest)


def agrees_to_something_else(turn: Turn) -> bool:
    """Whether an "ok" or "klopt" may be about what was said before the question: that is no consent."""
    vague = yes_or_no(turn.text) == YES and yes_or_no(turn.text, clear=True) is None
    return vague and turn.heard(SAID_BEFORE)


def when_told(turn: Turn) -> list[Event]:
    """Keep the day, and with a rhythm the part of the day, that are told before they are asked."""
    day, named = wanted_day_in(turn.text), part_of_day_in(turn.text)
    events = [] if day is None else [SlotSet("weekday", day)]
    ahead = turn.slot(REQUESTED) != "day_part" and named is not None and every_days_in(turn.text) is not None
    return [*events, SlotSet("day_part", named)] if ahead else events
