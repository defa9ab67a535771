"""What somebody refuses: beside a wish ("lassen maar geen school") the wish counts, alone ("geen breien") it is no wish."""

from actions.searching import keep_wish
from actions.suggestions import is_about_a_list, more
from actions.turns.moves import Event, start
from actions.turns.saying import Answer
from actions.turns.turn import Turn
from bot.language.numbers.amounts import place_in_row
from bot.language.wishes.own_words import says_wanted, wish_in
from bot.language.wishes.rejecting import rejected_words, rejects_all, without_rejected

MAY_HOLD_A_WISH = frozenset(
    {"give_wish", "change_wish", "find_course", "refuse_learning", "deny", "no_time", "nlu_fallback", "out_of_scope"}
)
"""What Rasa makes of a wish with a refusal in it."""


def wish_beside_refusal(turn: Turn) -> Answer | None:
    """Return how to keep what is wanted of a message that also says what is not; None when nothing is refused, or nothing wanted."""
    if not _may_be_about_a_wish(turn) or not rejected_words(turn.text) or wish_in(turn.text) is None:
        return None
    asked = turn.loop == "wish_form" and says_wanted(without_rejected(turn.text))
    return (lambda turn: keep_wish(turn, turn.text, {})) if turn.topics or asked else None


def none_of_them(turn: Turn) -> Answer | None:
    """Return how to show other things when none of the list appeals; None when a message says something else."""
    of_a_list = is_about_a_list(turn) and not turn.topics and place_in_row(turn.text) is None
    return more if of_a_list and rejects_all(turn.text) else None


def only_refusal(turn: Turn) -> Answer | None:
    """Return how to ask what they want instead, when a message only says which topic is not wanted; else None."""
    if not _may_be_about_a_wish(turn) or (turn.learner.wish and not turn.loop):
        return None
    refused = turn.services.interests.refused_in(turn.text)
    return _ask_what_then if refused and wish_in(turn.text) is None else None


def _may_be_about_a_wish(turn: Turn) -> bool:
    return turn.loop in (None, "wish_form") and not turn.open_nudge and (turn.intent in MAY_HOLD_A_WISH or not turn.is_sure)


def _ask_what_then(turn: Turn) -> list[Event]:
    turn.say("utter_not_that")
    return [] if turn.loop else start("wish_form", "wish")
