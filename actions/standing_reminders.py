"""Reminders that stand: looking at them, and taking one back."""

from collections.abc import Sequence

from actions.agreeing import take_back_button
from actions.reminders import ActionSetReminder
from actions.turns.base import DuwtjeAction
from actions.turns.moves import Event, leave
from actions.turns.turn import Turn
from actions.wording import clock_time, days_of, reminder_lines
from bot.clock import local_date
from bot.language.moments.reminder_changes import named_among, one_of_them, place_among, takes_all_back, takes_back
from bot.language.moments.reminding import read_request
from bot.language.when.models import Moment
from bot.language.when.reading import when
from bot.nudges.asking.reminders import CANCEL
from bot.nudges.reminder import Reminder

SHOW = "/show_reminders"
WHICH = "utter_ask_which_reminder"
AGREED = ("utter_reminder_set", "utter_reminder_moved")


class ActionShowReminders(DuwtjeAction):
    """Lists what is planned, soonest first."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        planned = turn.services.reminders.list(turn.learner.id)
        if planned:
            turn.offer("utter_reminders", _buttons(turn, planned), lines=reminder_lines(turn.texts, planned))
        else:
            turn.say("utter_reminders_none")
        return []


class ActionCancelReminder(DuwtjeAction):
    """Takes back the one that is meant: by its button, day, place in the list or words; asks when that is not clear."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        if not turn.pressed and not takes_back(turn.text) and turn.asked != WHICH:
            # Only a word that takes away does: what is said about a reminder may also be a new one.
            return _made_or_shown(turn)
        planned = turn.services.reminders.list(turn.learner.id)
        meant = _pressed(turn, planned) if turn.pressed else _meant(turn, planned)
        if not planned or (turn.pressed and turn.entity("answer") and not meant):
            turn.say("utter_reminders_none" if not planned else "utter_reminder_gone")
        elif not meant:
            ask_which_reminder(turn)
        else:
            _take_back(turn, meant, len(planned) - len(meant))
        return leave() if turn.loop == "reminder_form" else []


def agreed_last(turn: Turn, planned: Sequence[Reminder]) -> Reminder | None:
    """Return the reminder that was agreed right before this message."""
    if not turn.heard(AGREED):
        return None
    return next((each for each in planned if each.id == turn.slot("reminder")), None)


def ask_which_reminder(turn: Turn) -> list[Event]:
    """Ask which of those that stand may go."""
    planned = turn.services.reminders.list(turn.learner.id)
    some = pointed_at(turn, turn.text, planned) or planned
    turn.offer(WHICH, [_button(turn, each) for each in some[: turn.most_buttons]])
    return []


def take_back_latest(turn: Turn) -> list[Event]:
    """Take back the reminder that was agreed right before this message; asks which when that is gone."""
    planned = turn.services.reminders.list(turn.learner.id)
    latest = agreed_last(turn, planned)
    if latest:
        _take_back(turn, [latest], len(planned) - 1)
    elif planned:
        ask_which_reminder(turn)
    else:
        turn.say("utter_reminders_none")
    return leave() if turn.loop == "reminder_form" else []


def pointed_at(turn: Turn, words: str, planned: Sequence[Reminder]) -> Sequence[Reminder]:
    """Return those of ``planned`` that ``words`` point at: by words of their own, a day, or a place in the list."""
    named = named_in(words, planned)
    moment = when(words, turn.now)
    that_day = moment.at.date() if isinstance(moment, Moment) else moment.day if moment else None
    on_day = [each for each in named or planned if that_day and local_date(each.due_at) == that_day]
    place = place_among(words, len(planned)) if not (named or that_day) else None
    return on_day or named or ([planned[place]] if place is not None else [])


def named_in(words: str, planned: Sequence[Reminder]) -> Sequence[Reminder]:
    """Return those of ``planned`` that ``words`` name by words of their own."""
    return [planned[place] for place in named_among(words, [each.text for each in planned])]


def _made_or_shown(turn: Turn) -> list[Event]:
    request = read_request(turn.text, turn.now)
    return ActionSetReminder().answer(turn) if request.says_when else ActionShowReminders().answer(turn)


def _pressed(turn: Turn, planned: Sequence[Reminder]) -> Sequence[Reminder]:
    return [each for each in planned if str(each.id) == turn.entity("answer")]


def _meant(turn: Turn, planned: Sequence[Reminder]) -> Sequence[Reminder]:
    if takes_all_back(turn.text) or len(planned) == 1:
        return planned
    found = pointed_at(turn, turn.text, planned)
    latest = agreed_last(turn, planned)
    if not found and latest and not one_of_them(turn.text):
        return [latest]
    return found if len(found) == 1 else []


def _take_back(turn: Turn, meant: Sequence[Reminder], left: int) -> None:
    for each in meant:
        turn.services.reminders.cancel(turn.learner.id, each.id)
    if len(meant) > 1:
        turn.say("utter_reminders_cancelled")
    else:
        others = [{"title": turn.texts("reminder_others"), "payload": SHOW}] if left else []
        turn.offer("utter_reminder_cancelled", others, about=meant[0].text)


def _buttons(turn: Turn, planned: Sequence[Reminder]) -> list[dict[str, str]]:
    if len(planned) == 1:
        return [take_back_button(turn, planned[0])]
    return [{"title": turn.texts("reminder_end_one"), "payload": CANCEL}]


def _button(turn: Turn, reminder: Reminder) -> dict[str, str]:
    title = f"{days_of(turn.texts, reminder)} {clock_time(turn.texts, reminder.due_at)}"
    return {**take_back_button(turn, reminder), "title": title}
