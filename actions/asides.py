"""What people say beside the question, whatever Rasa made of it: it is answered, and the question stays."""

from collections.abc import Mapping

from actions.feelings import sympathise
from actions.item_questions import ActionTellPlace, ActionTellPrice, subject, tell_start
from actions.misunderstood import mend
from actions.searching import shown_items
from actions.suggestions import LISTS, ActionMoreOptions, ActionSuggest
from actions.turns.moves import Event, start
from actions.turns.saying import Answer, saying
from actions.turns.turn import Turn
from bot.language.numbers.sums import sum_in
from bot.language.person.asides import aside_in
from bot.language.safety.words import Trouble
from bot.language.saying.dates import Dates
from bot.language.small_talk.meanings import meaning_asked
from bot.language.small_talk.small_answers import is_wanting
from bot.language.wishes.own_words import tells_done

OWN_WORDS = frozenset({"log_form", "reminder_form"})
"""Here people write down what they like."""
STORIES = frozenset({"who", "wronged", "story"})
"""What only matters where it would become a wish."""
WISHES = frozenset({"give_wish", "change_wish"})
MAY_BE_ONE = frozenset({*WISHES, "greet", "nlu_fallback", "out_of_scope"})
"""What Rasa makes of a story."""
ANSWERS_IN = {"age": "money_form"}
"""In this form it is an answer."""
UNDER_A_LIST = frozenset({"done_before"})
"""What only says something right under a list."""


def aside(turn: Turn) -> Answer | None:
    """Return how to answer what was said beside the question; None when nothing was."""
    if turn.loop in OWN_WORDS or turn.open_nudge:
        return None
    if word := meaning_asked(turn.text):
        return saying(f"utter_meaning_{word}", stay=True)
    if (answer := sum_in(turn.text)) is not None:
        return lambda turn: _tell_sum(turn, answer)
    name = aside_in(turn.text)
    answered_there = turn.loop is not None and ANSWERS_IN.get(name or "") == turn.loop
    out_of_place = name in UNDER_A_LIST and not (turn.asked or "").startswith(LISTS)
    if name is None or name in STORIES or answered_there or out_of_place:
        return None
    if name == "good_at":
        return None if turn.intent in WISHES else ANSWERS[name]
    return None if is_wanting(turn.text) and turn.topics else ANSWERS[name]


def story(turn: Turn) -> Answer | None:
    """Return how to answer what would become a wish and is none: who somebody is, or what happens around them."""
    name = aside_in(turn.text)
    if name not in STORIES or turn.open_nudge:
        return None
    if name != "wronged" and is_wanting(turn.text):
        return None
    if name != "story":
        is_unclear = turn.intent in MAY_BE_ONE or not turn.is_sure
        return ANSWERS[name] if is_unclear and turn.loop in (None, "wish_form") else None
    is_answer = turn.loop == "wish_form" and not turn.is_side_question(turn.loop)
    likely_a_wish = not tells_done(turn.text) and (turn.topics or (turn.intent in WISHES and turn.is_sure))
    return ANSWERS[name] if is_answer and not likely_a_wish else None


def _unheard(turn: Turn) -> list[Event]:
    """Look on for who only says again what they want; else go on in another way."""
    if turn.topics and shown_items(turn) and set(turn.topics) <= set(turn.learner.interests):
        turn.say("utter_not_heard")
        return ActionMoreOptions().answer(turn)
    return mend(turn)


def _say_and_go_on(response: str) -> Answer:
    def answer(turn: Turn) -> list[Event]:
        turn.say(response)
        if turn.loop or (turn.asked or "").startswith(LISTS):
            return []
        if not turn.learner.wish:
            return start("wish_form", "wish")
        turn.say("utter_what_now")
        return []

    return answer


def _bored(turn: Turn) -> list[Event]:
    turn.say("utter_bored")
    return ActionSuggest().answer(turn)


def _tell_time(turn: Turn) -> list[Event]:
    turn.say("utter_clock", time=Dates(turn.texts).clock(turn.now.time()))
    return []


def _tell_hour(turn: Turn) -> list[Event]:
    return tell_start(turn) if subject(turn) else _tell_time(turn)


def _tell_sum(turn: Turn, answer: int) -> list[Event]:
    turn.say("utter_sum", answer=answer)
    return []


def _of_somebody_else(turn: Turn) -> list[Event]:
    """The number that was told is theirs then."""
    turn.say("utter_number_for_them" if turn.after == Trouble.DEBT else "utter_heard_out")
    return []


def _hear_out(turn: Turn) -> list[Event]:
    return [] if sympathise(turn) else _say_and_go_on("utter_heard_out")(turn)


ANSWERS: Mapping[str, Answer] = {
    "unheard": _unheard,
    "helper": _say_and_go_on("utter_typed_along"),
    "must": _say_and_go_on("utter_no_must"),
    "use": _say_and_go_on("utter_what_use"),
    "out": lambda turn: ActionTellPlace().answer(turn),
    "age": _say_and_go_on("utter_any_age"),
    "family": _say_and_go_on("utter_family"),
    "respect": _say_and_go_on("utter_you_know_best"),
    "paid": saying("utter_no_adverts", stay=True),
    "truth": saying("utter_honest", stay=True),
    "free": saying("utter_talking_is_free", stay=True),
    "dear": lambda turn: ActionTellPrice().answer(turn),
    "sells": saying("utter_no_selling", stay=True),
    "readers": saying("utter_privacy", stay=True),
    "aloud": saying("utter_not_aloud", stay=True),
    "moods": saying("utter_no_moods", stay=True),
    "bored": _bored,
    "clock": _tell_time,
    "hour": _tell_hour,
    "good": saying("utter_good_enough", stay=True),
    "good_at": _say_and_go_on("utter_good_at"),
    "child": _say_and_go_on("utter_heard_out"),
    "done_before": lambda turn: ActionMoreOptions().answer(turn),
    "boss_says_no": saying("utter_boss_says_no", stay=True),
    "other_one": _of_somebody_else,
    "tied": saying("utter_no_strings", stay=True),
    "sorry": saying("utter_no_offence", stay=True),
    "busy": saying("utter_not_now"),
    "who": _say_and_go_on("utter_nice_to_meet"),
    "wronged": _hear_out,
    "story": _hear_out,
}
