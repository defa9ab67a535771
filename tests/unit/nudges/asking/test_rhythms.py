"""Reminders that come back."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.language.saying.texts import load_texts
from bot.language.when.rhythm import Rhythm
from bot.learners.models import NudgeState
from bot.learners.rights import RightsService
from bot.nudges.asking.reminders import ReminderService
from bot.store.tables.reminders import reminders as rows
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import a_learner, join, local

WHO = "a" * 32


@pytest.fixture
def reminders(store: Store, clock: StoppedClock) -> ReminderService:
    join(store, a_learner(WHO, state=NudgeState.UNASKED))
    return ReminderService(store.work, clock, load_texts())


def test_the_next_one_stands_as_soon_as_one_was_said(reminders: ReminderService, store: Store, clock: StoppedClock) -> None:
    due = clock.now + timedelta(hours=1)
    first = reminders.ask(WHO, due, "mijn pillen", Rhythm.DAY)
    clock.advance(hours=1)
    assert (reminders.say_due(), reminders.say_due()) == (1, 0)
    (coming,) = reminders.list(WHO)
    assert (coming.text, coming.due_at, coming.rhythm, coming.made_at) == (
        "mijn pillen",
        due + timedelta(days=1),
        Rhythm.DAY,
        first.made_at,
    )
    with store.work() as work:
        (said,) = work.messages.undelivered(WHO)
    assert [choice.title for choice in said.message.choices] == ["Gezien", "Haal weg"]
    clock.advance(days=1)
    assert reminders.say_due() == 1


def test_after_days_of_silence_it_is_said_once_and_goes_on(reminders: ReminderService, clock: StoppedClock) -> None:
    reminders.ask(WHO, clock.now + timedelta(hours=1), "mijn pillen", Rhythm.DAY)
    clock.advance(days=5)
    assert reminders.say_due() == 1
    (coming,) = reminders.list(WHO)
    assert coming.due_at > clock.now
    assert reminders.say_due() == 0


def test_on_workdays_it_begins_on_a_workday(reminders: ReminderService) -> None:
    asked = reminders.ask(WHO, local(2026, 3, 7, 9), "brood smeren", Rhythm.WORKDAY)
    assert asked.due_at == local(2026, 3, 9, 9)


def test_a_stop_ends_the_rhythm_and_so_does_taking_it_back(reminders: ReminderService, store: Store, clock: StoppedClock) -> None:
    first = reminders.ask(WHO, clock.now + timedelta(hours=1), "mijn pillen", Rhythm.DAY)
    reminders.ask(WHO, clock.now + timedelta(hours=2), "de vuilnis", Rhythm.WEEK)
    assert reminders.cancel(WHO, first.id)
    RightsService(store.work, clock).stop(WHO)
    clock.advance(days=30)
    assert reminders.say_due() == 0
    assert reminders.list(WHO) == ()


def test_it_is_in_what_a_person_takes_along_and_goes_with_the_person(reminders: ReminderService, store: Store, clock: StoppedClock) -> None:
    reminders.ask(WHO, clock.now + timedelta(hours=1), "mijn pillen", Rhythm.WEEK)
    rights = RightsService(store.work, clock)
    assert [row["rhythm"] for row in rights.export(WHO)["reminders"]] == ["week"]
    rights.erase(WHO)
    with store.work() as work:
        assert work.connection.execute(select(rows)).all() == []
