"""What goes before the answer to an intent: a heavy heart, a correction, and what only the latest list explains."""

from actions.asides import aside, story
from actions.choosing import ActionPickOption, meant, one_at_a_time
from actions.corrections import correction
from actions.desks import ActionFindDesk, answers_where, hear_where, wants_desk
from actions.item_questions import tell_start, wants_start
from actions.misunderstood import STEPS, ActionRephrase, times_in_a_row
from actions.money import FORM as MONEY
from actions.money import ActionTellMoneyHelp
from actions.narrowing import narrower, price
from actions.pearls import tell_pearl, wants_pearl
from actions.places import PLACE_UNKNOWN, hear_place
from actions.reminders import ActionSetReminder
from actions.saying import Answer, saying
from actions.searching import shown_items
from actions.suggestions import LISTS
from actions.telling import go_on, only_tells_work
from actions.turn import Turn
from actions.wish import ask_whether, idea_of
from actions.wishing import is_new_to_us
from bot.language.hearing import asked_of_others, not_ours_in
from bot.language.heavy import is_heavy
from bot.language.money import asks_about_benefit, asks_who_pays
from bot.language.other_language import is_other_language
from bot.language.postcodes import has_letters, is_postcode
from bot.language.reminding import asks_to_remind, means_all
from bot.language.small_answers import has_no_idea_when, is_asking, is_lost, is_pointing, is_wanting

FEW_WORDS, A_PLACE = 6, 3
UNSEEN = frozenset({"nlu_fallback", "out_of_scope", "give_wish"})
"""What Rasa makes of a question about money that it does not know."""
NOT_A_QUESTION = frozenset({"give_wish", "affirm", "erase_data"})
"""What Rasa makes of a question that others know better."""
ABOUT_REMINDERS = frozenset({"set_reminder", "show_reminders", "cancel_reminder"})


def goes_first(turn: Turn) -> Answer | None:
    """Return the answer that goes before that of the intent; None when the intent may speak."""
    if not turn.text:
        return None
    return (
        _heavy(turn)
        or _instructions(turn)
        or aside(turn)
        or _other_language(turn)
        or _lost(turn)
        or _reminder(turn)
        or correction(turn)
        or _money(turn)
        or _telling(turn)
        or _desk(turn)
        or (tell_pearl if wants_pearl(turn) else None)
        or (tell_start if wants_start(turn) else None)
        or _not_ours(turn)
        or narrower(turn)
        or price(turn)
        or _postcode(turn)
        or _place(turn)
        or _reference(turn)
        or story(turn)
        or _new_to_us(turn)
    )


def _heavy(turn: Turn) -> Answer | None:
    about_something = turn.intent in ABOUT_REMINDERS or turn.loop in ("reminder_form", "log_form") or turn.open_nudge
    if about_something or not is_heavy(turn.text) or is_wanting(turn.text) or turn.topics:
        return None
    return saying("utter_sorry_to_hear")


def _instructions(turn: Turn) -> Answer | None:
    return saying("utter_not_mine_instructions", stay=True) if not_ours_in(turn.text) == "instructions" else None


def _other_language(turn: Turn) -> Answer | None:
    """What somebody writes down for themselves may be in any language; a wish or a question we would not understand."""
    if turn.loop in ("reminder_form", "log_form") or turn.open_nudge or not is_other_language(turn.text):
        return None
    return None if turn.topics else saying("utter_i_speak_dutch", stay=True)


def _lost(turn: Turn) -> Answer | None:
    lost = is_lost(turn.text) or (turn.loop == "plan_form" and has_no_idea_when(turn.text))
    return ActionRephrase().answer if lost and not turn.open_nudge else None


def _reminder(turn: Turn) -> Answer | None:
    return ActionSetReminder().answer if turn.intent != "set_reminder" and asks_to_remind(turn.text) else None


def _money(turn: Turn) -> Answer | None:
    """A scheme by its name, and whether a benefit allows learning, are about money whatever Rasa made of them."""
    unseen = turn.intent in UNSEEN and asks_who_pays(turn.text) and not is_wanting(turn.text)
    about_money = unseen or asks_about_benefit(turn.text) or turn.services.money.named_in(turn.text)
    if not about_money or turn.open_nudge or turn.loop == MONEY:
        return None
    is_answer = turn.loop and not turn.is_side_question(turn.loop)
    return None if is_answer else ActionTellMoneyHelp().answer


def _telling(turn: Turn) -> Answer | None:
    return go_on if not turn.loop and only_tells_work(turn) else None


def _not_ours(turn: Turn) -> Answer | None:
    """A question that others know better is no wish and no yes, unless it names something to learn and does not plainly ask."""
    asked = None if turn.loop == "log_form" or turn.open_nudge else asked_of_others(turn.text)
    if asked:
        return saying(f"utter_not_mine_{asked}", stay=True)
    if turn.intent not in NOT_A_QUESTION or is_wanting(turn.text) or turn.topics:
        return None
    subject = not_ours_in(turn.text)
    return saying(f"utter_not_mine_{subject}", stay=True) if subject else None


def _desk(turn: Turn) -> Answer | None:
    if answers_where(turn):
        return hear_where
    return ActionFindDesk().answer if wants_desk(turn) else None


def _place(turn: Turn) -> Answer | None:
    """A place and nothing else, under a list or when we asked for one: there it should be."""
    asked = (turn.asked or "").startswith(LISTS) or turn.asked == PLACE_UNKNOWN
    if turn.loop or not asked or len(turn.text.split()) > A_PLACE or not turn.wanted.place:
        return None
    return hear_place


def _postcode(turn: Turn) -> Answer | None:
    """A postcode and nothing else is a place. In a question about a moment four digits may be a time, in the logbook anything goes."""
    if not is_postcode(turn.text) or turn.loop == "log_form" or (turn.loop not in (None, "wish_form") and not has_letters(turn.text)):
        return None
    return hear_place


def _new_to_us(turn: Turn) -> Answer | None:
    """A few words that nobody here knows, as the answer to what somebody wants: asked back once."""
    is_answer = turn.loop == "wish_form" and not turn.open_nudge and not turn.is_side_question(turn.loop)
    if not is_answer or idea_of(turn) or times_in_a_row(turn) >= len(STEPS):
        return None
    return ask_whether if is_new_to_us(turn) else None


def _reference(turn: Turn) -> Answer | None:
    items = shown_items(turn)
    if not items or not (turn.asked or "").startswith(LISTS) or len(turn.text.split()) > FEW_WORDS or turn.text.endswith("?"):
        return None
    if means_all(turn.text) and len(items) > 1:
        return one_at_a_time
    points = is_pointing(turn.text) and not is_asking(turn.text)
    return ActionPickOption().answer if points and meant(turn, items) else None
