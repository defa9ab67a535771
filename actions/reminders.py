"""Making a reminder: what it is about and when it comes are said at once, or asked one by one."""

from datetime import datetime, time, timedelta

from rasa_sdk.events import SlotSet

from actions.agreeing import HOURS, agree, choose_half, choose_hour, hours_on
from actions.own_hours import after_own_work
from actions.searching import item_called
from actions.turns.base import DuwtjeAction, FormAnswer, FormQuestion
from actions.turns.moves import REQUESTED, Event, leave, start
from actions.turns.turn import Turn
from actions.wording import clock, clock_time, day, rhythm_of
from bot.language.moments.reminder_changes import is_only_when
from bot.language.moments.reminding import Request, only_points, read_request, subject_of
from bot.language.when.models import Moment, Vague
from bot.nudges.days import at_local

FORM = "reminder_form"
CONTENT = frozenset(
    {
        *("set_reminder", "give_wish", "change_wish", "find_course", "make_plan", "out_of_scope", "report_done", "ask_money_help"),
        *("pick_option", "remove_interest", "give_moment"),
    }
)
"""What Rasa may think of words such as "het boek ophalen", which are what to remember when that was asked."""
SLOTS = ("reminder_about", "reminder_words", "reminder_at", "reminder_moves")


class ActionSetReminder(DuwtjeAction):
    """Makes a reminder of what was said, or asks for what is missing."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        request = read_request(turn.said_or_chosen, turn.now)
        about, exact = _about(turn, request), _exact(turn, request.when)
        if about and exact:
            _tell_why_then(turn, request)
            return [*forget(), *agree(turn, about, exact, request.repeated), *leave()]
        return [*leave(), *ask_further(about, turn.said_or_chosen if request.says_when else None, exact)]


class ActionAskReminderAbout(FormQuestion):
    """Asks what to remind of."""

    slot = "reminder_about"


class ActionAskReminderAt(FormQuestion):
    """Asks for the day, the hour or the half of the day: whichever is missing."""

    slot = "reminder_at"

    def ask(self, turn: Turn, *, again: bool) -> None:
        request = _told(turn)
        meant, rhythm = request.when, request.repeated.rhythm if request.repeated else None
        part = meant.part if isinstance(meant, Vague) else None
        if isinstance(meant, Moment) and meant.other:
            choose_half(turn, "utter_ask_reminder_half_of_day", (meant.at, meant.other))
        elif rhythm and rhythm.names_its_days:
            choose_hour(turn, "utter_ask_reminder_hour", HOURS[part], day=rhythm_of(turn.texts, rhythm, turn.now))
        elif isinstance(meant, Vague) and meant.day and (hours := hours_on(meant.day, part, turn.now)):
            choose_hour(turn, "utter_ask_reminder_hour", hours, day=day(turn.texts, meant.day))
        elif isinstance(meant, Vague) and (meant.first or meant.unclear):
            turn.say("utter_ask_reminder_day")
        elif isinstance(meant, Vague) and (meant.anchor or meant.part):
            choose_hour(turn, "utter_ask_reminder_hour_of_own_day", HOURS[part], anchor=meant.anchor or part)
        elif request.repeated:
            turn.say("utter_ask_reminder_day")
        else:
            if again and turn.text and not turn.said:
                turn.say("utter_reminder_moment_unclear")
            super().ask(turn, again=again)


class ValidateReminderForm(FormAnswer):
    """Takes any words as what to remind of, and adds what is said about when to what was said before."""

    def answer(self, turn: Turn) -> list[Event]:
        events = super().answer(turn)
        if not events or (turn.slot(REQUESTED) == "reminder_about" and not self._is_only_when(turn)):
            return events
        words = events[0]["value"]
        request = read_request(words, turn.now)
        if not request.says_when:
            # It is over by now. What was said of the day before this still holds.
            turn.say("utter_reminder_moment_over")
            return []
        return _known(words, _exact(turn, request.when))

    def is_answer(self, turn: Turn) -> bool:
        if turn.slot(REQUESTED) == "reminder_at" or self._is_only_when(turn):
            return not turn.is_side_question(self.form) or self._names_when(turn)
        return super().is_answer(turn) or turn.intent in CONTENT

    def read(self, turn: Turn, slot: str) -> str | None:
        if slot == "reminder_about" and not self._is_only_when(turn):
            return _about(turn, read_request(turn.said_or_chosen, turn.now))
        return self._words(turn) if self._names_when(turn) else None

    def _is_only_when(self, turn: Turn) -> bool:
        return is_only_when(read_request(turn.said_or_chosen, turn.now))

    def _words(self, turn: Turn) -> str:
        told = turn.said_or_chosen
        # A bare number is an hour here, for that is what was asked. On a line of its own: what is said now wins.
        return f"{turn.slot('reminder_words') or ''}\n{f'om {told}' if told.strip(' .!').isdigit() else told}"

    def _names_when(self, turn: Turn) -> bool:
        if read_request(turn.said_or_chosen, turn.now).says_when:
            return True
        return read_request(self._words(turn), turn.now).when != _told(turn).when


class ActionKeepReminder(DuwtjeAction):
    """Plans the reminder and says when it will come."""

    def answer(self, turn: Turn) -> list[Event]:
        at, request = datetime.fromisoformat(turn.slot("reminder_at")), _told(turn)
        _tell_why_then(turn, request)
        planned = turn.services.reminders.list(turn.learner.id)
        moved = next((each for each in planned if each.id == turn.slot("reminder_moves")), None)
        return [*forget(), *agree(turn, str(turn.slot("reminder_about")), at, request.repeated, moved)]


def ask_further(about: str | None, words: str | None, at: datetime | None = None, moves: int | None = None) -> list[Event]:
    """Open the form with what is known: what it is ``about``, what was said of when, and the id of the reminder it takes the place of."""
    return [SlotSet("reminder_about", about), SlotSet("reminder_moves", moves), *_known(words, at), *start(FORM)]


def choose_for_them(turn: Turn) -> list[Event]:
    """Plan it at a moment of our choice, for who does not mind: on the day that was said or tomorrow, at the first hour we would offer."""
    request = _told(turn)
    meant = request.when if request.when else Vague()
    at = meant.at if isinstance(meant, Moment) else _first_offered(turn, meant)
    return [*forget(), *leave(), *agree(turn, str(turn.slot("reminder_about")), at, request.repeated)]


def _first_offered(turn: Turn, meant: Vague) -> datetime:
    told = meant.first if meant.first and hours_on(meant.first, meant.part, turn.now) else None
    day = told or turn.now.date() + timedelta(days=1)
    hour, minute = hours_on(day, meant.part, turn.now)[0].split(".")
    return at_local(day, time(int(hour), int(minute)))


def forget() -> list[Event]:
    """Empty the slots of the form."""
    return [SlotSet(slot, None) for slot in SLOTS]


def _told(turn: Turn) -> Request:
    """Return what was said so far about when."""
    return read_request(turn.slot("reminder_words") or "", turn.now)


def _about(turn: Turn, request: Request) -> str | None:
    # The answer to what it is about stays as it is; only a sentence that asks for a reminder is taken apart.
    is_answer = turn.slot(REQUESTED) == "reminder_about" and turn.intent != "set_reminder"
    subject = subject_of(turn.said_or_chosen) if is_answer else request.about
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


def _tell_why_then(turn: Turn, request: Request) -> None:
    after = after_own_work(turn, request.when)
    if after and after.waits:
        turn.say("utter_reminder_waits_for_morning", end=clock(turn.texts, after.hours.end), time=clock_time(turn.texts, after.at))
