"""Reminders that people ask for themselves: said at the moment they chose, at least once."""

from datetime import datetime, timedelta
from functools import partial

from bot.clock import Clock, local_date
from bot.conversation import Delivery
from bot.errors import BadReminder, TooManyReminders, UnknownLearner
from bot.language.saying.dates import Dates
from bot.language.saying.texts import Texts
from bot.language.when.rhythm import Rhythm
from bot.learners.redact import tidy
from bot.messages import Button, Reply
from bot.metrics import REMINDERS
from bot.nudges.days import at_local
from bot.nudges.deciding.policy import LATE
from bot.nudges.deciding.timetable import in_quiet_hours
from bot.nudges.deciding.window import EARLIEST
from bot.nudges.isolation import contained
from bot.nudges.ports import NudgeWork, OpenNudgeWork
from bot.nudges.reminder import Reminder, ReminderState
from bot.nudges.repeating import first_of, following
from bot.registers import Register

MOST_PLANNED = 20
"""Reminders that one person may have waiting."""
SEEN = "reminder:seen"
"""Payload of the button under a reminder. By it, what is typed next is known not to answer an older question."""
CANCEL = "/cancel_reminder"
"""How the payload of a button begins that takes a reminder back."""
HORIZON = timedelta(days=366)
"""How far ahead one may be asked for."""
LONGEST = 200
"""Characters of a reminder."""
BATCH = 100
AFTER_TROUBLE = timedelta(minutes=5)


class ReminderService:
    """Takes reminders and says them. They are no nudges: no consent, cap or quiet hours, for the person chose the moment.

    A stop cancels what is planned and a pause holds it back (``RightsService``); what is asked for later counts again.
    """

    def __init__(self, open_work: OpenNudgeWork, clock: Clock, texts: Texts) -> None:
        self._open_work = open_work
        self._clock = clock
        self._texts = texts
        self._dates = Dates(texts)

    def ask(self, learner_id: str, at: datetime, text: str, rhythm: Rhythm | None = None) -> Reminder:
        """Plan to say ``text`` at ``at``, which has a time zone; with ``rhythm`` again and again from the first moment that fits.

        The same request twice is one reminder. Raises BadReminder, TooManyReminders or UnknownLearner; then nothing was planned.
        """
        now = self._clock()
        words = _checked(text, at, now)
        kept = rhythm.beginning(local_date(at)) if rhythm else None
        first = first_of(kept, at, now) if kept else at
        with self._open_work() as work:
            if work.learners.for_change(learner_id) is None:
                raise UnknownLearner
            planned = work.reminders.planned(learner_id)
            same = next((one for one in planned if (one.text, one.due_at, one.rhythm) == (words, first, kept)), None)
            if same:
                return same
            if len(planned) >= MOST_PLANNED:
                raise TooManyReminders
            return work.reminders.add(learner_id, words, first, now, kept)

    def list(self, learner_id: str) -> tuple[Reminder, ...]:
        """Return what the person will be reminded of, soonest first; empty for somebody unknown."""
        with self._open_work() as work:
            return work.reminders.planned(learner_id)

    def cancel(self, learner_id: str, reminder_id: int) -> bool:
        """Take a reminder back; False when it is not this person's or was said already."""
        with self._open_work() as work:
            work.learners.for_change(learner_id)
            return work.reminders.cancel(learner_id, reminder_id, self._clock())

    def say_due(self, limit: int = BATCH) -> int:
        """Say at most ``limit`` reminders whose time has come; return how many were looked at."""
        with self._open_work() as work:
            due = work.reminders.due(self._clock(), limit)
        for reminder_id, learner_id in due:
            say, leave = partial(self._say, reminder_id, learner_id), partial(self._leave, reminder_id)
            contained("reminder_failed", say, leave, None, reminder=reminder_id)
        REMINDERS.inc(len(due))
        return len(due)

    def _say(self, reminder_id: int, learner_id: str) -> None:
        now = self._clock()
        with self._open_work() as work:
            learner = work.learners.for_change(learner_id)
            reminder = work.reminders.take(reminder_id, now)
            if reminder is None or learner is None:
                return
            morning = _morning_for(reminder, now)
            if morning:
                work.reminders.wait(reminder.id, morning)
            else:
                self._put_in_conversation(work, reminder, learner.register, now)

    def _put_in_conversation(self, work: NudgeWork, reminder: Reminder, register: Register, now: datetime) -> None:
        # One transaction for both: from here on the outbox delivers it as it does every reply, again when in doubt.
        texts = self._texts.speaking(register)
        work.reminders.end(reminder.id, ReminderState.SAID, now)
        buttons = [Button(texts("reminder_button"), SEEN), *_way_out(texts, _next_after(work, reminder, now))]
        work.messages.add_out(reminder.learner_id, Reply(self._worded(reminder, texts, now), tuple(buttons)), now, Delivery.PENDING)

    def _worded(self, reminder: Reminder, texts: Texts, now: datetime) -> str:
        if now - reminder.due_at <= LATE:
            return texts("reminder_due", text=reminder.text)
        day, time = self._dates.day(reminder.due_at), self._dates.time(reminder.due_at)
        return texts("reminder_late", text=reminder.text, day=day, time=time)

    def _leave(self, reminder_id: int) -> None:
        with self._open_work() as work:
            work.reminders.wait(reminder_id, self._clock() + AFTER_TROUBLE)


def _checked(text: str, at: datetime, now: datetime) -> str:
    words = tidy(text)[:LONGEST].rstrip()
    if not words:
        raise BadReminder("error_reminder_empty")
    if at <= now:
        raise BadReminder("error_reminder_past")
    if at > now + HORIZON:
        raise BadReminder("error_reminder_far")
    return words


def _morning_for(reminder: Reminder, now: datetime) -> datetime | None:
    """Return until when a reminder that missed its moment has to wait: nobody chose to be woken by it."""
    if now - reminder.due_at <= LATE or not in_quiet_hours(now):
        return None
    today = at_local(local_date(now), EARLIEST)
    return today if today > now else at_local(local_date(now) + timedelta(days=1), EARLIEST)


def _next_after(work: NudgeWork, said: Reminder, now: datetime) -> Reminder | None:
    """Plan the next one of a rhythm; ``made_at`` stays the moment at which the person asked."""
    if said.rhythm is None:
        return None
    due_at = following(said.rhythm, said.due_at, now)
    return work.reminders.add(said.learner_id, said.text, due_at, said.made_at, said.rhythm)


def _way_out(texts: Texts, coming: Reminder | None) -> list[Button]:
    return [Button(texts("reminder_end"), f'{CANCEL}{{"answer": "{coming.id}"}}')] if coming else []
