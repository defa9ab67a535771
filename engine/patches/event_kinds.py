"""Rasa's events are abstract classes, so asking whether an event is of a kind goes through code for classes that only claim to be
one; nobody claims that. It asks thousands of times a message, for it replays the conversation again and again.
"""

from abc import ABCMeta

from rasa.shared.core.events import Event
from rasa.shared.utils.common import all_subclasses


class Kind(ABCMeta):
    """Makes classes whose instances are those that were made of them."""

    __instancecheck__ = type.__instancecheck__


def apply() -> None:
    """Let events be asked directly. A kind that is defined later is too: it is of the same make as what it builds on."""
    for kind in {Event, *all_subclasses(Event)}:
        kind.__class__ = Kind
