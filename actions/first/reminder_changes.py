"""Changing a reminder that stands, in any words: another moment, one more, or away with it."""

from dataclasses import replace
from datetime import timedelta

from actions.agreeing import agree
from actions.reminders import FORM, ask_further, choose_for_them, forget
from actions.standing_reminders import AGREED, WHICH, ActionCancelReminder, agreed_last, named_in, pointed_at, take_back_latest
from actions.turns.moves import REQUESTED, Event, leave
from actions.turns.saying import Answer, saying
from actions.turns.turn import Turn
from bot.language.moments.day_parts import prefers_then
from bot.language.moments.reminder_changes import (
    adds,
    is_not_after_all,
    is_only_when,
    is_unhappy,
    minutes_later,
    moves,
    names_reminders,
    new_moment_in,
    takes_all_back,
    takes_back,
    wants_it_once,
)
from bot.language.moments.reminding import Request, asks_to_remind, read_request
from bot.language.small_talk.small_answers import has_no_preference, is_not_knowing, leaves_open
from bot.language.when.models import Moment, Vague
from bot.language.when.reading import when
from bot.language.when.vocabulary import vocabulary
from bot.language.wishes.corrections import instead
from bot.nudges.reminder import Reminder

A_SENTENCE, NOON, MINUTES = 8, 12, 60
ABOUT = ("utter_reminder_", "utter_reminders", WHICH)
"""How every response about reminders begins."""


def reminder_change(turn: Turn) -> Answer | None:
    """Return how to answer what changes a reminder that stands; None for everything else."""
    if turn.loop == FORM:
        return _in_the_form(turn)
    if turn.loop == "log_form" or asks_to_remind(turn.text) or (turn.open_nudge and not names_reminders(turn.text)):
        return None
    if (takes_back(turn.text) and _is_about_them(turn)) or _says_which(turn):
        return lambda turn: ActionCancelReminder().answer(turn)
    if moves(turn.text) and _is_about_them(turn) and read_request(turn.text, turn.now).says_when:
        return _move_pointed_at(turn)
    latest = agreed_last(turn, turn.services.reminders.list(turn.learner.id)) if _may_change_latest(turn) else None
    return _of_latest(turn, latest) if latest else None


def _in_the_form(turn: Turn) -> Answer | None:
    """In the form: how to say another moment than a wrong one, no reminder for what is left open, our choice for what is left to us."""
    if turn.slot(REQUESTED) == "reminder_at" and (leaves_open(turn.text) or is_not_knowing(turn.text)):
        return lambda turn: [*forget(), *saying("utter_reminder_dropped")(turn)]
    if turn.slot(REQUESTED) == "reminder_at" and has_no_preference(turn.text):
        return choose_for_them
    if turn.slot(REQUESTED) == "reminder_at" and _drops_asked(turn):
        return lambda turn: [*forget(), *saying("utter_reminder_dropped")(turn)]
    wrong = turn.slot("reminder_words") and is_unhappy(turn.text) and not read_request(turn.text, turn.now).says_when
    return saying("utter_ask_rephrased_reminder_at", stay=True) if wrong else None


def _drops_asked(turn: Turn) -> bool:
    """Whether the reminder that is being made is taken back: none that stands is named."""
    if not takes_back(turn.text) or takes_all_back(turn.text) or read_request(turn.text, turn.now).says_when:
        return False
    return not named_in(turn.text, turn.services.reminders.list(turn.learner.id))


def _is_about_them(turn: Turn) -> bool:
    if turn.heard(ABOUT) or names_reminders(turn.text):
        return True
    return bool(named_in(turn.text, turn.services.reminders.list(turn.learner.id)))


def _says_which(turn: Turn) -> bool:
    """Whether it answers which one may go."""
    asked = turn.asked == WHICH and not turn.loop
    return asked and len(pointed_at(turn, turn.text, turn.services.reminders.list(turn.learner.id))) == 1


def _may_change_latest(turn: Turn) -> bool:
    return turn.heard(AGREED) and turn.intent != "show_reminders" and (not turn.text.endswith("?") or moves(turn.text) or adds(turn.text))


def _move_pointed_at(turn: Turn) -> Answer | None:
    planned = turn.services.reminders.list(turn.learner.id)
    pointing, words = new_moment_in(turn.text)
    found = pointed_at(turn, pointing, planned)
    latest = agreed_last(turn, planned)
    meant = found[0] if len(found) == 1 else planned[0] if len(planned) == 1 else latest if not found else None
    if meant is None:
        return saying("utter_ask_which_to_move", stay=True) if planned else None
    return lambda turn: _change(turn, meant, words)


def _of_latest(turn: Turn, latest: Reminder) -> Answer | None:
    """Return what a message changes right after a reminder was agreed."""
    if is_not_after_all(turn.text):
        return take_back_latest
    if latest.rhythm and wants_it_once(turn.text):
        return lambda turn: [*leave(), *agree(turn, latest.text, latest.due_at, moved=replace(latest, rhythm=None))]
    minutes = minutes_later(turn.text)
    if minutes:
        return lambda turn: [*leave(), *agree(turn, latest.text, latest.due_at + timedelta(minutes=minutes), moved=latest)]
    words = instead(turn.text) or turn.text
    request = read_request(words, turn.now)
    corrects = words != turn.text or (prefers_then(turn.text) and len(turn.text.split()) <= A_SENTENCE)
    if request.says_when and (corrects or is_only_when(request)):
        return lambda turn: _change(turn, latest, words, more=adds(turn.text))
    from_now = f"over {words}"
    if is_only_when(read_request(from_now, turn.now)):
        return lambda turn: _change(turn, latest, from_now)
    return (lambda turn: _ask_when(turn, latest, "")) if is_unhappy(turn.text) else None


def _change(turn: Turn, reminder: Reminder, words: str, *, more: bool = False) -> list[Event]:
    """Put ``reminder`` at the moment of ``words``, or one ``more`` beside it; asks for what they leave open."""
    request = read_request(words, turn.now)
    at = _merged(turn, reminder, request)
    if at is None or (at.at == reminder.due_at and request.repeated is None):
        return _ask_when(turn, reminder, words, more=more)
    before = reminder.due_at.astimezone(turn.now.tzinfo)
    same_half = at.other if at.other and before.hour >= NOON else at.at
    moved = None if more else reminder
    return [*leave(), *agree(turn, reminder.text, same_half, request.repeated, moved)]


def _ask_when(turn: Turn, reminder: Reminder, words: str, *, more: bool = False) -> list[Event]:
    before = reminder.due_at.astimezone(turn.now.tzinfo)
    told = f"{before:%d-%m-%Y}\n{words}"
    return [*leave(), *ask_further(reminder.text, told, moves=None if more else reminder.id)]


def _merged(turn: Turn, reminder: Reminder, request: Request) -> Moment | None:
    """Return the moment of ``reminder`` with what ``request`` changes of it; None when it leaves something to ask."""
    before = reminder.due_at.astimezone(turn.now.tzinfo)
    if request.when is None:
        return Moment(before)
    if isinstance(request.when, Vague) and request.when.part and not _within(before.hour, request.when.part):
        return None
    both = when(f"{before:%d-%m-%Y %H:%M}\n{request.once}", turn.now)
    # What would be over on the day of before is meant for another day.
    found = both or request.when
    return found if isinstance(found, Moment) else None


def _within(hour: int, part: str) -> bool:
    first, last = vocabulary().parts[part]
    return first <= hour * MINUTES < last
