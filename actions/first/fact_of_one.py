"""A question about one of the list: it is answered, nothing is chosen, and the list stays."""

from collections.abc import Mapping

from actions.choosing import named_in
from actions.item_questions import ActionTellDuration, ActionTellPlace, ActionTellPrice, ActionTellProof, TellFact, details
from actions.searching import shown_items
from actions.suggestions import is_about_a_list
from actions.turns.saying import Answer
from actions.turns.turn import Turn
from bot.language.lists.facts import Fact, fact_asked

ASKED: Mapping[Fact, TellFact] = {
    Fact.PRICE: ActionTellPrice(),
    Fact.DURATION: ActionTellDuration(),
    Fact.PLACE: ActionTellPlace(),
    Fact.PROOF: ActionTellProof(),
}
"""What tells it."""


def fact_of_one(turn: Turn) -> Answer | None:
    """Return how to tell what is asked about one of the list; None when nothing is, or when it names none of them."""
    fact = fact_asked(turn.text) if is_about_a_list(turn) or (turn.loop == "plan_form" and not turn.open_nudge) else None
    item = named_in(turn, shown_items(turn), turn.text) if fact else None
    if fact is None or item is None:
        return None
    return (lambda turn: ASKED[fact].about(turn, [item])) if fact in ASKED else lambda turn: details(turn, item)
