"""What is said right under a nudge and is about that nudge, not about a list or a plan of before."""

from actions.logbook import ActionReportDone
from actions.rights import ask_whether_to_stop
from actions.turns.saying import Answer, saying
from actions.turns.turn import Turn
from actions.wish import ask_whether
from bot.conversation import REMINDER
from bot.language.numbers.amounts import place_in_row
from bot.language.small_talk.under_nudge import about_nudge, names_goal
from bot.language.wishes.own_words import asks_how

SPAM = "spam"
LOST = frozenset({"ask_rephrase", "language_hard"})
QUESTIONS = frozenset({"ask_details", "ask_place", "ask_duration"})
"""What Rasa makes of a question about the nudge that would do for a list too."""


def under_nudge(turn: Turn) -> Answer | None:
    """Return how to answer what is about the nudge right above it; None for what has its own answer."""
    if not turn.answers_nudge or turn.open_nudge == REMINDER or place_in_row(turn.text) is not None:
        return None
    if names_goal(turn.text):
        return ask_whether
    if turn.loop:
        # It came while something else was asked; that it is not welcome is about no question.
        return ANSWERS[SPAM] if about_nudge(turn.text) == SPAM else None
    if turn.topics and asks_how(turn.text):
        return ask_whether
    name = about_nudge(turn.text)
    if name is None and turn.is_sure:
        name = "lost" if turn.intent in LOST else "how" if turn.intent in QUESTIONS else None
    return ANSWERS.get(name or "")


ANSWERS: dict[str, Answer] = {
    "advert": saying("utter_no_adverts"),
    SPAM: ask_whether_to_stop,
    "bored": saying("utter_no_to_nudge"),
    "how": saying("utter_nudge_how"),
    "right": saying("utter_nudge_right"),
    "lost": saying("utter_nudge_in_other_words"),
    "done": ActionReportDone().answer,
}
