"""A heavy message gets a warm line and, where that is right, a person who can help: no question about learning."""

from collections.abc import Mapping

from actions.asides import OWN_WORDS
from actions.turns.heard import AFTER_DANGER
from actions.turns.saying import Answer, saying
from actions.turns.turn import Turn
from actions.turns.zones import CHAT
from bot.language.safety.heavy import Weight, weight_of
from bot.language.small_talk.small_answers import is_wanting
from bot.learners.models import Group

ABOUT_REMINDERS = frozenset({"set_reminder", "show_reminders", "cancel_reminder"})
NOT_HEARD = frozenset(
    {
        *("nlu_fallback", "give_wish", "change_wish", "give_moment", "no_time", "no_money", "feel_unsure", "language_hard"),
        *("ask_rephrase", "report_not_done", "report_done", "refuse_learning", *CHAT),
    }
)
"""What Rasa makes of what people go on to say after such help."""
ANSWERS: Mapping[Weight, Answer] = {
    Weight.LOST_WORK: saying("utter_lost_work"),
    Weight.SEEKS_WORK: saying("utter_seeks_work", stay=True),
    Weight.HEALTH: saying("utter_doctor_too"),
    Weight.HOME: saying("utter_strength_at_home"),
    Weight.WORRY: saying("utter_worry_at_home", stay=True),
    Weight.UNWANTED: saying("utter_unwanted"),
    Weight.OTHER: saying("utter_sorry_to_hear"),
}


def heavy(turn: Turn) -> Answer | None:
    """Return how to answer somebody who tells of grief or trouble, and of nothing else; None when there is none."""
    weight = weight_of(turn.text)
    about_something = turn.intent in ABOUT_REMINDERS or turn.loop in OWN_WORDS or turn.open_nudge
    if weight is Weight.UNWANTED and Group.ZONDER_WERK not in turn.learner.groups:
        return None
    if weight is None or about_something or _is_about_learning(turn, weight):
        return None
    return saying(AFTER_DANGER) if turn.after_danger else ANSWERS[weight]


def _is_about_learning(turn: Turn, weight: Weight) -> bool:
    if weight is Weight.OTHER:
        return is_wanting(turn.text) or bool(turn.topics)
    if weight is Weight.WORRY:
        return False
    # Who cares for somebody who is ill may only say that there is no time.
    return (is_wanting(turn.text) and bool(turn.topics)) or (weight is Weight.HOME and turn.intent == "no_time")


def goes_on_after_help(turn: Turn) -> bool:
    """Whether somebody goes on telling right after words of danger: whatever it is, it is no answer about learning."""
    return turn.after_danger and turn.intent in NOT_HEARD and not is_wanting(turn.text) and not turn.topics
