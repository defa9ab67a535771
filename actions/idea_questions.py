"""What people ask about the one thing they chose: answered from the catalogue, or with who would know."""

from collections.abc import Mapping

from actions import wording
from actions.choosing import ask_which, nothing_shown, spoken_of
from actions.item_questions import ActionTellDetails, ActionTellPlace
from actions.searching import shown_items
from actions.suggestions import is_about_a_list
from actions.turns.moves import Event
from actions.turns.saying import Answer
from actions.turns.turn import Turn
from bot.catalogue.models import Delivery, Item
from bot.language.lists.idea_questions import idea_question_in

ONES_OWN = frozenset({Delivery.HOME, Delivery.SELF, Delivery.ONLINE})
PLAN, WISH = "plan_form", "wish_form"
ENROL = "enrol"


def idea_question(turn: Turn) -> Answer | None:
    """Return how to answer a question about what was chosen or shown; None when there is none, or nothing to ask it about."""
    if turn.open_nudge or turn.loop not in (None, PLAN, WISH):
        return None
    asked = idea_question_in(turn.text)
    if asked is None or (asked == "what" and turn.loop != PLAN):
        return None
    if turn.loop == WISH:
        # Nothing was chosen yet, and how to take part in nothing is no wish.
        return nothing_shown if asked == ENROL else None
    if spoken_of(turn):
        return ANSWERS.get(asked) or (lambda turn: _tell(turn, asked))
    if is_about_a_list(turn):
        return ABOUT_ALL.get(asked, lambda turn: ask_which(turn, shown_items(turn)))
    return nothing_shown if asked == ENROL else None


def _tell(turn: Turn, asked: str) -> list[Event]:
    item = spoken_of(turn)
    if item:
        by = "own" if _is_ones_own(item) else "theirs"
        turn.say(f"utter_idea_{asked}_{by}", summary=item.summary, step=item.smallest_step.text, ask=_who_knows(turn, item))
    return []


def _tell_audience(turn: Turn) -> list[Event]:
    """Tell that of those in the list nobody told us who comes, unless each is done alone."""
    by = "own" if all(map(_is_ones_own, shown_items(turn))) else "theirs"
    turn.say(f"utter_idea_audience_{by}", ask=turn.texts("idea_ask_there"))
    return []


def _is_ones_own(item: Item) -> bool:
    """Whether somebody does it alone, where they like, and nobody else has a say in it."""
    return item.provider is None and item.delivery in ONES_OWN and not item.kind.is_course


def _who_knows(turn: Turn, item: Item) -> str:
    source = wording.source(turn.texts, item, briefly=True)
    return turn.texts("idea_ask_provider", source=source) if source else turn.texts("idea_ask_there")


ANSWERS: Mapping[str, Answer] = {
    "distance": lambda turn: ActionTellPlace().answer(turn),
    "where": lambda turn: ActionTellPlace().answer(turn),
    "what": lambda turn: ActionTellDetails().answer(turn),
}
ABOUT_ALL: Mapping[str, Answer] = {"where": ANSWERS["where"], "audience": _tell_audience}
"""Questions that are answered of a whole list at once; of others we ask which is meant."""
