"""Agreeing on a moment: offering hours, and planning a reminder for one."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from rasa_sdk.events import SlotSet

from actions.turns.moves import Event
from actions.turns.turn import Turn
from actions.wording import clock_time, day, error, rhythm_of
from bot.clock import local_date
from bot.errors import BadReminder, TooManyReminders
from bot.language.when.models import Repeated
from bot.language.when.rhythm import Rhythm
from bot.language.when.vocabulary import vocabulary
from bot.nudges.asking.reminders import CANCEL
from bot.nudges.reminder import Reminder

HOURS: Mapping[str | None, Sequence[str]] = {
    "ochtend": ("7.00", "8.00", "9.00", "10.00"),
    "pauze": ("10.00", "12.00", "12.30", "13.00"),
    "middag": ("13.00", "14.00", "15.00", "16.00"),
    "avond": ("18.00", "19.00", "20.00", "21.00"),
    "nacht": ("22.00", "23.00", "2.00", "5.00"),
    None: ("9.00", "12.00", "17.00", "20.00"),
}
"""Hours to choose from, per part of the day."""
MIDNIGHT, MINUTES = 24, 60


def hours_on(day: date, part: str | None, now: datetime) -> Sequence[str]:
    """Return hours to choose from on ``day``; on the day of ``now`` the whole hours that are still to come, maybe none."""
    if day != now.date():
        return HOURS[part]
    first, last = (minutes // MINUTES for minutes in vocabulary().parts[part]) if part else (0, MIDNIGHT)
    return [f"{hour}.00" for hour in range(max(first, now.hour + 1), min(last, MIDNIGHT))]


def choose_hour(turn: Turn, response: str, hours: Sequence[str], **values: object) -> None:
    """Ask for one of the first ``hours``."""
    some = list(hours)[: turn.most_buttons]
    turn.offer(response, [{"title": hour, "payload": f'/give_moment{{"moment": "om {hour} uur"}}'} for hour in some], **values)


def choose_half(turn: Turn, response: str, moments: Sequence[datetime]) -> None:
    """Ask for one of two moments, twelve hours apart."""
    hours = [clock_time(turn.texts, moment) for moment in moments]
    choose_hour(turn, response, hours, morning=hours[0], evening=hours[1])


def agree(turn: Turn, about: str, at: datetime, repeated: Repeated | None = None, moved: Reminder | None = None) -> list[Event]:
    """Plan a reminder, in place of ``moved``, and confirm its day and time in words, or say why it cannot be."""
    rhythm = repeated.rhythm if repeated else _moved(moved, at)
    if repeated and rhythm is None:
        turn.say("utter_reminder_once_only")
    try:
        made = turn.services.reminders.ask(turn.learner.id, at, about, rhythm)
    except (BadReminder, TooManyReminders) as refused:
        turn.say("utter_reminder_refused", reason=error(turn.texts, refused))
        return []
    if moved and moved.id != made.id:
        turn.services.reminders.cancel(turn.learner.id, moved.id)
    _confirm(turn, made, moved=moved is not None)
    return [SlotSet("reminder", made.id)]


def _moved(moved: Reminder | None, at: datetime) -> Rhythm | None:
    return moved.rhythm.moved_to(local_date(at)) if moved and moved.rhythm else None


def take_back_button(turn: Turn, reminder: Reminder) -> dict[str, str]:
    """Return the button that takes ``reminder`` back."""
    return {"title": turn.texts("reminder_end"), "payload": f'{CANCEL}{{"answer": "{reminder.id}"}}'}


def _confirm(turn: Turn, made: Reminder, *, moved: bool) -> None:
    response = "utter_reminder_moved" if moved else "utter_reminder_set"
    told = {"time": clock_time(turn.texts, made.due_at), "day": day(turn.texts, made.due_at), "about": made.text}
    if made.rhythm:
        response = "utter_reminder_moved_repeating" if moved else "utter_reminder_set_repeating"
        told = {**told, "rhythm": rhythm_of(turn.texts, made.rhythm, made.due_at)}
    turn.offer(response, [take_back_button(turn, made)], **told)
