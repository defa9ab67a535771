"""Reminders in the talk: asking for one, looking at them, and taking one back."""

from collections.abc import Sequence
from datetime import datetime

from rasa_sdk.events import SlotSet

from actions.agreeing import agree, choose_hour
from actions.base import DuwtjeAction, FormAnswer, FormQuestion
from actions.moves import Event, leave, start
from actions.own_hours import after_own_work
from actions.searching import item_called
from actions.turn import Turn
from actions.wording import clock, clock_time, day, reminder_lines
from bot.clock import local_date
from bot.language.amounts import place_in_row
from bot.language.reminding import means_all, only_points, subject_of
from bot.language.when.models import Moment, Vague
from bot.language.when.reading import find, when
from bot.nudges.reminder import Reminder

FORM = "reminder_form"
CONTENT = frozenset(
    {"set_reminder", "give_wish", "change_wish", "find_course", "make_plan", "out_of_scope", "report_done", "ask_money_help"}
)
"""What Rasa may think of words such as "het boek ophalen", which are what to remember when that was asked."""
SLOTS = ("reminder_about", "reminder_words", "reminder_at")


class ActionSetReminder(DuwtjeAction):
    """Makes a reminder of what was said, or asks for what is missing."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        about, words = _about(turn), turn.said_or_chosen
        meant = when(words, turn.now)
        exact = _exact(turn, meant)
        if about and exact:
            _tell_why_then(turn, meant)
            return [*forget(), *agree(turn, about, exact), *leave()]
        return [*leave(), SlotSet("reminder_about", about), *_known(words if meant else None, exact), *start(FORM)]


class ActionAskReminderAbout(FormQuestion):
    """Asks what to remind of."""

    slot = "reminder_about"


class ActionAskReminderAt(FormQuestion):
    """Asks for the day, the hour or the half of the day: whichever is missing."""

    slot = "reminder_at"

    def ask(self, turn: Turn, *, again: bool) -> None:
        meant = when(turn.slot("reminder_words") or "", turn.now)
        if isinstance(meant, Moment) and meant.other:
            choose_hour(turn, "utter_ask_reminder_half_of_day", (meant.at, meant.other))
        elif isinstance(meant, Vague) and meant.day:
            choose_hour(turn, "utter_ask_reminder_hour", meant.part, day=day(turn.texts, meant.day))
        elif isinstance(meant, Vague) and (meant.first or meant.unclear):
            turn.say("utter_ask_reminder_day")
        elif isinstance(meant, Vague) and (meant.anchor or meant.part):
            choose_hour(turn, "utter_ask_reminder_hour_of_own_day", meant.part, anchor=meant.anchor or meant.part)
        else:
            if again and turn.text and not turn.said:
                turn.say("utter_reminder_moment_unclear")
            super().ask(turn, again=again)


class ValidateReminderForm(FormAnswer):
    """Takes any words as what to remind of, and adds what is said about when to what was said before."""

    def answer(self, turn: Turn) -> list[Event]:
        events = super().answer(turn)
        words = events[0]["value"] if events and events[0]["name"] == "reminder_at" else None
        if words is None:
            return events
        meant = when(words, turn.now)
        return _known(words if meant else None, _exact(turn, meant))

    def is_answer(self, turn: Turn) -> bool:
        asked = turn.slot("requested_slot")
        if asked == "reminder_at":
            return not turn.is_side_question(self.form) or self._names_when(turn)
        return super().is_answer(turn) or turn.intent in CONTENT

    def read(self, turn: Turn, slot: str) -> str | None:
        if slot == "reminder_about":
            return _about(turn)
        return self._words(turn) if self._names_when(turn) else None

    def _words(self, turn: Turn) -> str:
        told = turn.said_or_chosen
        # A bare number is an hour here, for that is what was asked. On a line of its own: what is said now wins.
        return f"{turn.slot('reminder_words') or ''}\n{f'om {told}' if told.strip(' .!').isdigit() else told}"

    def _names_when(self, turn: Turn) -> bool:
        told = turn.said_or_chosen
        return when(told, turn.now) is not None or when(self._words(turn), turn.now) != when(turn.slot("reminder_words") or "", turn.now)


class ActionKeepReminder(DuwtjeAction):
    """Plans the reminder and says when it will come."""

    def answer(self, turn: Turn) -> list[Event]:
        at = datetime.fromisoformat(turn.slot("reminder_at"))
        _tell_why_then(turn, when(turn.slot("reminder_words") or "", turn.now))
        return [*forget(), *agree(turn, str(turn.slot("reminder_about")), at)]


class ActionShowReminders(DuwtjeAction):
    """Lists what is planned, soonest first."""

    def answer(self, turn: Turn) -> list[Event]:
        planned = turn.services.reminders.list(turn.learner.id)
        if planned:
            turn.say("utter_reminders", lines=reminder_lines(turn.texts, planned))
        else:
            turn.say("utter_reminders_none")
        return []


class ActionCancelReminder(DuwtjeAction):
    """Takes back the one that is meant: by its day, its place in the list or its words; asks when it is not clear."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        planned = turn.services.reminders.list(turn.learner.id)
        meant = planned if means_all(turn.text) else _meant(turn, planned)
        if not planned:
            turn.say("utter_reminders_none")
        elif not meant:
            turn.offer(
                "utter_ask_which_reminder",
                [_button(turn, number, each) for number, each in enumerate(planned[: turn.most_buttons], start=1)],
            )
        else:
            for each in meant:
                turn.services.reminders.cancel(turn.learner.id, each.id)
            turn.say("utter_reminders_cancelled") if len(meant) > 1 else turn.say("utter_reminder_cancelled", about=meant[0].text)
        return []


def forget() -> list[Event]:
    """Empty the slots of the form."""
    return [SlotSet(slot, None) for slot in SLOTS]


def _about(turn: Turn) -> str | None:
    found = (
        find(turn.said_or_chosen, turn.now) if turn.slot("requested_slot") != "reminder_about" or turn.intent == "set_reminder" else None
    )
    subject = subject_of(turn.said_or_chosen, found.spans if found else ())
    if subject and not only_points(subject):
        return subject
    item = item_called(turn, turn.slot("chosen"))
    return item.title if item else None


def _known(words: str | None, at: datetime | None) -> list[Event]:
    """Keep what was said of the moment, and the moment itself when it is exact."""
    return [SlotSet("reminder_words", words), SlotSet("reminder_at", at.isoformat() if at else None)]


def _exact(turn: Turn, meant: Moment | Vague | None) -> datetime | None:
    if isinstance(meant, Moment):
        return meant.at if meant.other is None else None
    after = after_own_work(turn, meant)
    return after.at if after else None


def _tell_why_then(turn: Turn, meant: Moment | Vague | None) -> None:
    after = after_own_work(turn, meant)
    if after and after.waits:
        turn.say("utter_reminder_waits_for_morning", end=clock(turn.texts, after.hours.end), time=clock_time(turn.texts, after.at))


def _meant(turn: Turn, planned: Sequence[Reminder]) -> Sequence[Reminder]:
    if len(planned) == 1:
        return planned
    number = place_in_row(turn.said_or_chosen)
    moment = when(turn.text, turn.now)
    that_day = moment.at.date() if isinstance(moment, Moment) else moment.day if moment else None
    on_day = [each for each in planned if that_day and local_date(each.due_at) == that_day]
    if len(on_day) == 1:
        return on_day
    if number and not that_day and -1 <= number <= len(planned):
        return [planned[number - 1 if number > 0 else -1]]
    words = set(turn.text.casefold().split())
    likely = [each for each in on_day or planned if words & {word for word in each.text.casefold().split() if len(word) > 3}]
    return likely if len(likely) == 1 else []


def _button(turn: Turn, number: int, reminder: Reminder) -> dict[str, str]:
    title = f"{day(turn.texts, reminder.due_at)} {clock_time(turn.texts, reminder.due_at)}"
    return {"title": title, "payload": f'/cancel_reminder{{"ordinal": "{number}"}}'}
