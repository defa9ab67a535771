"""What was shown in this talk, for each wish: for who goes back to it."""

from collections.abc import Mapping, Sequence
from typing import Any

from rasa_sdk.events import SlotSet

from actions.turns.moves import Event
from actions.turns.turn import Turn

SLOT = "lists"
MOST = 5
"""Wishes that are remembered; further back nobody goes."""
Kept = Mapping[str, Any]
"""A ``wish`` and the ids ``shown`` for it."""


def lists_of(turn: Turn) -> Sequence[Kept]:
    """Return what was shown so far, the newest wish first."""
    return list(reversed(turn.slot(SLOT) or ()))


def forget_lists() -> Event:
    """Forget what was shown, and the wishes it was shown for."""
    return SlotSet(SLOT, None)


def keep_list(turn: Turn, shown: Sequence[str]) -> Event:
    """Remember that ``shown`` was shown for the wish of now."""
    wish = turn.learner.wish or ""
    others = [each for each in turn.slot(SLOT) or () if each["wish"] != wish]
    before = next((each["shown"] for each in lists_of(turn) if each["wish"] == wish), ())
    return SlotSet(SLOT, [*others, {"wish": wish, "shown": list(dict.fromkeys((*before, *shown)))}][-MOST:])
