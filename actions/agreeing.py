"""Agreeing on a moment: offering hours, and planning a reminder for one."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from rasa_sdk.events import SlotSet

from actions.moves import Event
from actions.turn import Turn
from actions.wording import clock_time, day, error
from bot.errors import BadReminder, TooManyReminders

HOURS: Mapping[str | None, Sequence[str]] = {
    "ochtend": ("7.00", "8.00", "9.00", "10.00"),
    "pauze": ("10.00", "12.00", "12.30", "13.00"),
    "middag": ("13.00", "14.00", "15.00", "16.00"),
    "avond": ("18.00", "19.00", "20.00", "21.00"),
    "nacht": ("22.00", "23.00", "2.00", "5.00"),
    None: ("9.00", "12.00", "17.00", "20.00"),
}
"""Hours to choose from, per part of the day."""


def choose_hour(turn: Turn, response: str, choices: str | Sequence[datetime] | None, **values: object) -> None:
    """Ask for an hour: out of a part of the day, or one of two moments."""
    if choices is None or isinstance(choices, str):
        hours = list(HOURS[choices])[: turn.most_buttons]
    else:
        hours = [clock_time(turn.texts, moment) for moment in choices]
        values = {"morning": hours[0], "evening": hours[1]}
    turn.offer(response, [{"title": hour, "payload": f'/give_moment{{"moment": "om {hour} uur"}}'} for hour in hours], **values)


def agree(turn: Turn, about: str, at: datetime, *, moved: bool = False) -> list[Event]:
    """Plan a reminder and confirm its day and time in words, or say why it cannot be."""
    try:
        made = turn.services.reminders.ask(turn.learner.id, at, about)
    except (BadReminder, TooManyReminders) as refused:
        turn.say("utter_reminder_refused", reason=error(turn.texts, refused))
        return []
    turn.say(
        "utter_reminder_moved" if moved else "utter_reminder_set",
        day=day(turn.texts, made.due_at),
        time=clock_time(turn.texts, made.due_at),
        about=made.text,
    )
    return [SlotSet("reminder", made.id)]
