"""What a message can be, whatever Rasa made of it: looked at one by one by ``first.py``, in the order that stands there."""

from actions.asides import OWN_WORDS
from actions.choosing import meant
from actions.misunderstood import STEPS, times_in_a_row
from actions.money import FORM as MONEY
from actions.places import PLACE_UNKNOWN
from actions.searching import shown_items
from actions.suggestions import LISTS
from actions.telling import is_misheard, only_tells_work
from actions.turns.saying import Answer, saying
from actions.turns.turn import Turn
from actions.turns.zones import PLAUSIBLE
from actions.wish import idea_of
from actions.wishing import is_new_to_us
from bot.language.moments.reminding import asks_to_remind, means_all
from bot.language.person.homes import only_names, tells_home
from bot.language.person.money import asks_about_benefit, asks_for_money, asks_who_pays, is_short
from bot.language.person.postcodes import has_letters, is_postcode
from bot.language.safety.hearing import asked_of_others, not_ours_in
from bot.language.small_talk.insults import is_insult, is_only_code
from bot.language.small_talk.small_answers import (
    asks_outright,
    asks_to_wait,
    has_no_idea_when,
    invites,
    is_asking,
    is_farewell,
    is_lost,
    is_not_daring,
    is_pointing,
    is_wanting,
    was_hurt_at_school,
)
from bot.language.wishes.own_questions import asks_for_oneself
from bot.language.words.other_language import is_other_language, is_without_dutch

FEW_WORDS, A_PLACE, A_LINE = 6, 3, 8
WISH = "wish_form"
UNSEEN = frozenset({"nlu_fallback", "out_of_scope", "give_wish"})
"""What Rasa makes of a question that it does not know."""
NOT_A_QUESTION = frozenset({"give_wish", "affirm", "erase_data"})
"""What Rasa makes of a question that others know better."""
A_NO = frozenset({"deny", "refuse_learning", "not_now", "nlu_fallback"})
"""What Rasa makes of somebody who does not dare."""
SHOWING = frozenset({"ask_data", "show_interests", "show_log", "ask_suggestion"})
"""What Rasa makes of somebody who lets us show something."""
COURTESIES = frozenset({"thank", "goodbye", "affirm", "deny"})
"""What is answered in any language."""


def goes(turn: Turn) -> bool:
    """Whether somebody says goodbye, with or without a word of thanks before it."""
    return is_farewell(turn.text) and not turn.open_nudge


def has_us_wait(turn: Turn) -> bool:
    """Whether it only asks for a moment: no refusal, no line to write down and no moment of a plan."""
    return asks_to_wait(turn.text)


def instructs(turn: Turn) -> bool:
    """Whether it tells us to drop our instructions."""
    return not_ours_in(turn.text) == "instructions"


def lacks_dutch(turn: Turn) -> bool:
    """Whether it says that somebody does not follow Dutch, or asks for another language: no topic in it is a wish."""
    return turn.loop not in OWN_WORDS and is_without_dutch(turn.text)


def insults(turn: Turn) -> bool:
    """Whether it is an insult and nothing else, whatever Rasa made of it."""
    return turn.loop not in OWN_WORDS and not turn.open_nudge and is_insult(turn.text)


def is_no_talk(turn: Turn) -> bool:
    """Whether it is a command or a piece of code, which is nothing to learn."""
    return turn.loop in (None, WISH) and not turn.open_nudge and not turn.topics and is_only_code(turn.text)


def is_foreign(turn: Turn) -> bool:
    """Whether it is in another language, which we would not understand; what somebody writes down for themselves may be."""
    ours = turn.loop not in OWN_WORDS and not turn.open_nudge and not (turn.intent in COURTESIES and turn.is_sure)
    return ours and is_other_language(turn.text) and not turn.topics


def lost_us(turn: Turn) -> bool:
    """Whether it says that we are not understood."""
    lost = is_lost(turn.text) or (turn.loop == "plan_form" and has_no_idea_when(turn.text))
    return lost and not turn.open_nudge


def may_want_out(turn: Turn) -> bool:
    """Whether Rasa would sooner take it for an opt-out than for anything else: then it is no wish, until it is said again."""
    best, likely = next(((name, sure) for name, sure in turn.guesses if name != "nlu_fallback"), ("", 0.0))
    likely_out = best == "stop_nudges" and likely >= PLAUSIBLE
    return likely_out and turn.loop in (None, "wish_form") and not turn.topics and turn.slot("remark") != turn.text


def dares_not(turn: Turn) -> bool:
    """Whether somebody would not dare to learn, which sounds like a no."""
    about_learning = turn.loop in (None, WISH) and not turn.open_nudge
    return about_learning and turn.intent in A_NO and not turn.topics and is_not_daring(turn.text)


def was_hurt(turn: Turn) -> bool:
    """Whether somebody tells that school hurt them, which sounds like a no."""
    about_learning = turn.loop in (None, WISH) and not turn.open_nudge and not turn.heard("utter_no_school")
    return about_learning and not is_wanting(turn.text) and was_hurt_at_school(turn.text)


def asks_reminder(turn: Turn) -> bool:
    """Whether it asks for a reminder that Rasa did not hear."""
    return turn.intent != "set_reminder" and asks_to_remind(turn.text)


def is_about_money(turn: Turn) -> bool:
    """Whether it names a scheme, or asks who pays or what a benefit allows, and answers no question of ours."""
    unseen = turn.intent in UNSEEN and asks_who_pays(turn.text) and not is_wanting(turn.text)
    if asks_for_money(turn.text) and turn.loop in (None, WISH) and not turn.open_nudge:
        return True
    about_money = unseen or asks_about_benefit(turn.text) or turn.services.money.named_in(turn.text)
    if not about_money or turn.open_nudge or turn.loop == MONEY:
        return False
    no_wish = turn.loop == WISH and (asks_about_benefit(turn.text) or not is_wanting(turn.text))
    return no_wish or not turn.loop or turn.is_side_question(turn.loop)


def is_short_of_money(turn: Turn) -> bool:
    """Whether it says that there is little money, and Rasa made nothing of it."""
    return turn.intent in UNSEEN and is_short(turn.text) and turn.loop in (None, WISH) and not turn.open_nudge and not turn.topics


def tells_work(turn: Turn) -> bool:
    """Whether it only says what somebody does for a living."""
    return (not turn.loop or (turn.loop == WISH and is_misheard(turn))) and only_tells_work(turn)


def not_ours(turn: Turn) -> Answer | None:
    """A question that others know better is no wish and no yes, unless it names something to learn and does not plainly ask."""
    asked = None if turn.loop == "log_form" or turn.open_nudge else asked_of_others(turn.text)
    if asked:
        return saying(f"utter_not_mine_{asked}", stay=True)
    subject = not_ours_in(turn.text)
    if _asks_the_world(turn):
        return saying(f"utter_not_mine_{subject}" if subject else "utter_not_mine", stay=True)
    if turn.intent not in NOT_A_QUESTION or is_wanting(turn.text) or turn.topics:
        return None
    return saying(f"utter_not_mine_{subject}", stay=True) if subject else None


def _asks_the_world(turn: Turn) -> bool:
    """Whether it is a plain question that could be taken for a wish: one that others know better, or that is about nothing to learn."""
    if turn.open_nudge or turn.loop not in (None, WISH) or turn.intent not in UNSEEN:
        return False
    if asks_for_oneself(turn.text) and not turn.topics:
        return True
    asks = asks_outright(turn.text) and not is_wanting(turn.text)
    return asks and bool(not_ours_in(turn.text) or (turn.intent == "out_of_scope" and not turn.topics))


def is_bare_postcode(turn: Turn) -> bool:
    """Whether it is a postcode and nothing else. In a question about a moment four digits may be a time, in the logbook anything goes."""
    return is_postcode(turn.text) and turn.loop != "log_form" and (turn.loop in (None, WISH) or has_letters(turn.text))


def is_bare_place(turn: Turn) -> bool:
    """Whether it is a place and nothing else: as the answer to what somebody wants, when something is shown, or when we asked for one."""
    place = turn.wanted.place
    if not place or turn.loop in OWN_WORDS or turn.open_nudge:
        return False
    at_home = tells_home(turn.text) and turn.loop != WISH and not turn.topics
    if at_home or turn.loop not in (None, WISH):
        return at_home
    about_a_list = bool(shown_items(turn)) and not turn.topics
    asked = (turn.asked or "").startswith(LISTS) or turn.asked == PLACE_UNKNOWN or about_a_list
    short = not turn.loop and asked and len(turn.text.split()) <= A_PLACE
    no_wish_yet = not turn.topics and (turn.loop == WISH or not turn.learner.wish)
    return short or (no_wish_yet and only_names(place, turn.text))


def wants_to_see(turn: Turn) -> bool:
    """Whether it asks to be shown something: "laat maar zien wat je hebt"."""
    may_be = turn.loop in (None, WISH) and turn.intent in (UNSEEN | A_NO | SHOWING) and not turn.topics and not turn.open_nudge
    return may_be and len(turn.text.split()) <= A_LINE and invites(turn.text)


def wants_all(turn: Turn) -> bool:
    """Whether it chooses all of a list."""
    return _is_under_a_list(turn) and means_all(turn.text) and len(shown_items(turn)) > 1


def points(turn: Turn) -> bool:
    """Whether it points at one thing of a list."""
    pointing = _is_under_a_list(turn) and is_pointing(turn.text) and not is_asking(turn.text)
    return pointing and meant(turn, shown_items(turn)) is not None


def is_unknown_topic(turn: Turn) -> bool:
    """Whether it is a few words that nobody here knows, as the answer to what somebody wants to learn."""
    is_answer = turn.loop == WISH and not turn.open_nudge and not turn.is_side_question(turn.loop)
    return is_answer and idea_of(turn) is None and times_in_a_row(turn) < len(STEPS) and is_new_to_us(turn)


def _is_under_a_list(turn: Turn) -> bool:
    short = len(turn.text.split()) <= FEW_WORDS and not turn.text.endswith("?")
    return short and (turn.asked or "").startswith(LISTS) and bool(shown_items(turn))
