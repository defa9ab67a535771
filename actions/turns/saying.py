"""Answers that are nothing more than a response."""

from collections.abc import Callable

from actions.turns.moves import Event, leave
from actions.turns.turn import Turn

Answer = Callable[[Turn], list[Event]]
"""Says what there is to say and returns what changes in the talk."""


def saying(response: str, *, stay: bool = False) -> Answer:
    """Return the answer that says ``response``, and leaves the form that is open but when we ``stay``."""

    def answer(turn: Turn) -> list[Event]:
        turn.say(response)
        return [] if stay else leave()

    return answer
