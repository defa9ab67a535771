"""Opening and closing forms."""

from typing import Any

from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet

Event = dict[str, Any]
"""Something that changes in the talk, as Rasa wants it."""
REQUESTED = "requested_slot"


def leave() -> list[Event]:
    """Close the form that is open, if any."""
    return [ActiveLoop(None), SlotSet(REQUESTED, None)]


def start(form: str, *empty: str) -> list[Event]:
    """Open ``form`` with its slots ``empty``, instead of the one that is open."""
    return [*leave(), *(SlotSet(slot, None) for slot in empty), FollowupAction(form)]
