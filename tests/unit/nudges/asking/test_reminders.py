from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.errors import BadReminder, DuwtjeError, TooManyReminders, UnknownLearner
from bot.language.saying.texts import load_texts
from bot.learners.models import NudgeState
from bot.learners.rights import RightsService
from bot.nudges.asking.reminders import HORIZON, LONGEST, MOST_PLANNED, ReminderService
from bot.nudges.reminder import Reminder
from bot.nudges.states import stop
from bot.store.tables.reminders import reminders as rows
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import a_learner, join, local, stored

WHO, OTHER = "a" * 32, "b" * 32
TEXTS = load_texts()
Said = Callable[[], list[str]]


@pytest.fixture
def reminders(store: Store, clock: StoppedClock) -> ReminderService:
    join(store, a_learner(WHO, state=NudgeState.UNASKED))
    return ReminderService(store.work, clock, TEXTS)


@pytest.fixture
def said(store: Store, clock: StoppedClock) -> Said:
    """What waits to be delivered to the person, oldest first."""

    def read() -> list[str]:
        with store.work() as work:
            return [each.message.text for each in work.messages.undelivered(WHO)]

    return read


def in_hours(clock: StoppedClock, hours: float) -> datetime:
    return clock.now + timedelta(hours=hours)


def test_a_reminder_is_listed_and_said_at_its_moment_once_without_any_consent(
    reminders: ReminderService, clock: StoppedClock, said: Said
) -> None:
    asked = reminders.ask(WHO, in_hours(clock, 5), "  vraag Sanne naar de zaag ")
    assert asked == Reminder(asked.id, WHO, "vraag Sanne naar de zaag", in_hours(clock, 5), clock.now)
    assert reminders.list(WHO) == (asked,)
    clock.advance(hours=5, seconds=-1)
    assert (reminders.say_due(), said()) == (0, [])
    clock.advance(seconds=1)
    assert (reminders.say_due(), reminders.say_due()) == (1, 0)
    assert said() == [TEXTS("reminder_due", text="vraag Sanne naar de zaag")]
    assert reminders.list(WHO) == ()


def test_the_soonest_is_listed_first_and_only_to_who_asked(reminders: ReminderService, store: Store, clock: StoppedClock) -> None:
    join(store, a_learner(OTHER))
    reminders.ask(OTHER, in_hours(clock, 1), "van een ander")
    for hours in (3, 1, 2):
        reminders.ask(WHO, in_hours(clock, hours), f"na {hours}")
    assert [one.text for one in reminders.list(WHO)] == ["na 1", "na 2", "na 3"]
    assert reminders.list("c" * 32) == ()


def test_asking_the_same_twice_is_one_reminder(reminders: ReminderService, clock: StoppedClock) -> None:
    first = reminders.ask(WHO, in_hours(clock, 1), "bel de bieb")
    assert reminders.ask(WHO, in_hours(clock, 1), " bel de bieb") == first
    assert len(reminders.list(WHO)) == 1


@pytest.mark.parametrize(
    ("hours", "text", "code"),
    [
        (1, " \n ", "error_reminder_empty"),
        (0, "bel", "error_reminder_past"),
        (-1, "bel", "error_reminder_past"),
        (HORIZON / timedelta(hours=1) + 1, "bel", "error_reminder_far"),
    ],
)
def test_what_cannot_be_planned_is_refused_with_a_reason_people_can_read(
    reminders: ReminderService, clock: StoppedClock, hours: float, text: str, code: str
) -> None:
    with pytest.raises(BadReminder) as caught:
        reminders.ask(WHO, in_hours(clock, hours), text)
    assert caught.value.code == code
    assert code in TEXTS
    assert reminders.list(WHO) == ()


def test_one_too_many_is_refused_and_after_cancelling_there_is_room(reminders: ReminderService, clock: StoppedClock) -> None:
    asked = [reminders.ask(WHO, in_hours(clock, hours), "bel") for hours in range(1, MOST_PLANNED + 1)]
    with pytest.raises(TooManyReminders) as caught:
        reminders.ask(WHO, in_hours(clock, 100), "bel")
    assert str(MOST_PLANNED) in TEXTS(caught.value.code)
    assert reminders.cancel(WHO, asked[0].id)
    reminders.ask(WHO, in_hours(clock, 100), "bel")


def test_nobody_we_know_cannot_ask(reminders: ReminderService, clock: StoppedClock) -> None:
    with pytest.raises(UnknownLearner):
        reminders.ask(OTHER, in_hours(clock, 1), "bel")


def test_words_are_shortened_cleaned_and_sealed(reminders: ReminderService, store: Store, clock: StoppedClock) -> None:
    asked = reminders.ask(WHO, in_hours(clock, 1), "mail jan@voorbeeld.nl over {text}" + " ja" * 200)
    assert "jan@" not in asked.text
    assert len(asked.text) <= LONGEST
    with store.work() as work:
        assert "voorbeeld" not in repr(work.connection.execute(select(rows)).all())


def test_a_cancelled_reminder_is_not_said_and_cannot_be_cancelled_twice(
    reminders: ReminderService, clock: StoppedClock, said: Said
) -> None:
    asked = reminders.ask(WHO, in_hours(clock, 1), "bel")
    assert not reminders.cancel(OTHER, asked.id)
    assert reminders.cancel(WHO, asked.id)
    assert not reminders.cancel(WHO, asked.id)
    clock.advance(hours=2)
    reminders.say_due()
    assert said() == []


def test_what_was_said_cannot_be_cancelled(reminders: ReminderService, clock: StoppedClock) -> None:
    asked = reminders.ask(WHO, in_hours(clock, 1), "bel")
    clock.advance(hours=1)
    reminders.say_due()
    assert not reminders.cancel(WHO, asked.id)


def test_a_reminder_that_is_late_says_for_when_it_was(reminders: ReminderService, clock: StoppedClock, said: Said) -> None:
    reminders.ask(WHO, local(2026, 3, 2, 12, 5), "bel")
    clock.now = local(2026, 3, 2, 15)
    reminders.say_due()
    assert said() == [TEXTS("reminder_late", text="bel", day="maandag 2 maart", time="12.05")]


def test_at_night_only_what_was_asked_for_at_night_is_said(reminders: ReminderService, clock: StoppedClock, said: Said) -> None:
    reminders.ask(WHO, local(2026, 3, 2, 17), "gemist")
    reminders.ask(WHO, local(2026, 3, 2, 23), "laat op")
    clock.now = local(2026, 3, 2, 23, 30)
    reminders.say_due()
    assert said() == [TEXTS("reminder_due", text="laat op")]
    clock.now = local(2026, 3, 3, 7, 59)
    assert reminders.say_due() == 0
    clock.now = local(2026, 3, 3, 8)
    reminders.say_due()
    assert len(said()) == 2


def test_after_midnight_a_missed_one_waits_for_the_same_morning(reminders: ReminderService, clock: StoppedClock, said: Said) -> None:
    reminders.ask(WHO, local(2026, 3, 2, 17), "gemist")
    clock.now = local(2026, 3, 3, 2)
    reminders.say_due()
    clock.now = local(2026, 3, 3, 8)
    reminders.say_due()
    assert len(said()) == 1


@pytest.mark.parametrize("by", ["word", "button"])
def test_a_stop_cancels_what_was_planned_and_a_new_request_counts(
    by: str, reminders: ReminderService, store: Store, clock: StoppedClock, said: Said
) -> None:
    reminders.ask(WHO, in_hours(clock, 1), "oud")
    if by == "word":
        RightsService(store.work, clock).stop(WHO)
    else:
        person = stored(store)
        with store.work() as work:
            stop(work, person, clock.now)
    assert reminders.list(WHO) == ()
    reminders.ask(WHO, in_hours(clock, 2), "nieuw")
    clock.advance(hours=2)
    reminders.say_due()
    assert said() == [TEXTS("reminder_due", text="nieuw")]


def test_a_pause_holds_back_what_was_planned_and_not_what_is_asked_for_in_it(store: Store, clock: StoppedClock, said: Said) -> None:
    join(store, a_learner(WHO))
    reminders, rights = ReminderService(store.work, clock, TEXTS), RightsService(store.work, clock)
    reminders.ask(WHO, in_hours(clock, 1), "ervoor")
    reminders.ask(WHO, in_hours(clock, 100 * 24), "erna")
    rights.pause(WHO)
    reminders.ask(WHO, in_hours(clock, 1), "erin")
    clock.advance(hours=1)
    reminders.say_due()
    assert said() == [TEXTS("reminder_due", text="erin")]
    clock.advance(days=30)
    reminders.say_due()
    assert [text for text in said() if "ervoor" in text] == [TEXTS("reminder_late", text="ervoor", day="maandag 2 maart", time="11.30")]
    assert [one.text for one in reminders.list(WHO)] == ["erna"]


def test_a_pause_that_ends_early_or_gets_shorter_gives_reminders_back(store: Store, clock: StoppedClock, said: Said) -> None:
    join(store, a_learner(WHO))
    reminders, rights = ReminderService(store.work, clock, TEXTS), RightsService(store.work, clock)
    reminders.ask(WHO, in_hours(clock, 72), "bel")
    rights.pause(WHO)
    rights.pause(WHO, clock() + timedelta(days=1))
    clock.advance(hours=72)
    reminders.say_due()
    assert len(said()) == 1
    reminders.ask(WHO, in_hours(clock, 1), "nog eens")
    rights.pause(WHO)
    rights.resume(WHO)
    clock.advance(hours=1)
    reminders.say_due()
    assert len(said()) == 2


def test_after_erasing_nothing_is_left(reminders: ReminderService, store: Store, clock: StoppedClock) -> None:
    reminders.ask(WHO, in_hours(clock, 1), "bel")
    assert RightsService(store.work, clock).erase(WHO)["reminders"] == 1
    clock.advance(hours=1)
    assert reminders.say_due() == 0


def test_one_that_cannot_be_said_holds_up_no_other_and_is_tried_again(
    reminders: ReminderService, clock: StoppedClock, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    reminders.ask(WHO, in_hours(clock, 1), "stuk")
    reminders.ask(WHO, in_hours(clock, 1.5), "heel")
    clock.advance(hours=1.5)
    worded = ReminderService._worded

    def failing(self: ReminderService, reminder: Reminder, *rest: Any) -> str:  # noqa: ANN401
        if reminder.text == "stuk":
            raise DuwtjeError
        return worded(self, reminder, *rest)

    monkeypatch.setattr(ReminderService, "_worded", failing)
    reminders.say_due()
    assert said() == [TEXTS("reminder_due", text="heel")]
    monkeypatch.undo()
    clock.advance(minutes=5)
    reminders.say_due()
    assert len(said()) == 2


def test_a_process_that_dies_while_saying_leaves_the_reminder_for_the_next_tick(
    reminders: ReminderService, clock: StoppedClock, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    reminders.ask(WHO, in_hours(clock, 1), "bel")
    clock.advance(hours=1)
    monkeypatch.setattr("bot.store.nudges.reminders.SqlReminders.end", die)
    with pytest.raises(KeyboardInterrupt):
        reminders.say_due()
    monkeypatch.undo()
    assert said() == []
    reminders.say_due()
    assert len(said()) == 1
