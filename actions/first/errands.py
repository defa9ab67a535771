"""Something we are asked to make, and do not: we say so, and look for help with it."""

from actions.searching import forget, remember, suggest
from actions.turns.moves import Event, leave
from actions.turns.saying import Answer
from actions.turns.turn import Turn
from actions.wording import echo
from bot.language.wishes.errands import errand_in


def errand(turn: Turn) -> Answer | None:
    """Return how to answer who has us make something; None when a message does not."""
    wish = errand_in(turn.text) if turn.loop in (None, "wish_form") and not turn.open_nudge else None
    return (lambda turn: _look_for_help(turn, wish)) if wish else None


def _look_for_help(turn: Turn, wish: str) -> list[Event]:
    remember(turn, wish)
    turn.say("utter_not_made_by_us", wish=echo(turn.learner.wish or ""))
    return [*leave(), *forget(), *suggest(turn, limits={})]
