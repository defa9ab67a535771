"""NOW is Monday 2 March 2026, 10:30 in Amsterdam."""

from datetime import UTC, datetime, time, timedelta

import pytest

from actions.reminders import (
    ActionAskReminderAt,
    ActionKeepReminder,
    ActionSetReminder,
    ValidateReminderForm,
)
from actions.standing_reminders import ActionCancelReminder, ActionShowReminders
from bot.learners.hours import Hours
from bot.learners.models import NudgePreferences, Shift
from tests.actions.play import Said, play
from tests.actions.twins import NOW, People

FORM = "reminder_form"


def asked(slot: str, **slots: object) -> dict[str, object]:
    return {"requested_slot": slot, **slots}


def planned(*about: str) -> People:
    people = People()
    for days, text in enumerate(about, start=1):
        people.reminders.ask("l1", NOW + timedelta(days=days), text)
    return people


def test_with_everything_told_it_is_planned_at_once() -> None:
    people = People()
    answer = play(ActionSetReminder, people, Said("herinner me morgen om 10 uur aan de les", "set_reminder"))
    assert answer.said == ["reminder_set"]
    assert (answer.value("day"), answer.value("time"), answer.value("about")) == ("dinsdag 3 maart", "10.00", "de les")
    assert [each.due_at.astimezone(UTC) for each in people.reminders.planned] == [datetime(2026, 3, 3, 9, 0, tzinfo=UTC)]
    assert answer.slots["reminder"] == 1


@pytest.mark.parametrize(
    ("text", "about", "words"),
    [
        ("herinner me aan de les", "de les", None),
        ("maak een herinnering", None, None),
        ("herinner me vrijdag aan de les", "de les", "herinner me vrijdag aan de les"),
    ],
)
def test_what_is_missing_is_asked_in_a_form(text: str, about: str | None, words: str | None) -> None:
    answer = play(ActionSetReminder, People(), Said(text, "set_reminder"))
    assert answer.opened == FORM
    assert (answer.slots["reminder_about"], answer.slots["reminder_words"], answer.slots["reminder_at"]) == (about, words, None)


@pytest.mark.parametrize(
    ("words", "question"),
    [
        (None, "ask_reminder_at"),
        ("vrijdag", "ask_reminder_hour"),
        ("volgende week", "ask_reminder_day"),
        ("vrijdag 7 maart om 9 uur", "ask_reminder_day"),
        ("na kerst om 9.00", "ask_reminder_day"),
        ("na mijn late dienst", "ask_reminder_hour_of_own_day"),
        ("dinsdag half 8", "ask_reminder_half_of_day"),
    ],
)
def test_one_thing_is_asked_at_a_time(words: str | None, question: str) -> None:
    answer = play(ActionAskReminderAt, People(), Said(loop=FORM, slots=asked("reminder_at", reminder_words=words)))
    assert answer.said == [question]


def test_hours_are_offered_that_fit_the_part_of_the_day() -> None:
    answer = play(ActionAskReminderAt, People(), Said(loop=FORM, slots=asked("reminder_at", reminder_words="vrijdagavond")))
    assert [button["title"] for button in answer.value("buttons")] == ["18.00", "19.00", "20.00", "21.00"]


@pytest.mark.parametrize(
    ("before", "text", "moment"),
    [
        ("vrijdag", "17", "2026-03-06T17:00:00+01:00"),
        ("vrijdag", "om 5 uur", "2026-03-06T17:00:00+01:00"),
        ("vrijdag om 10 uur", "nee zaterdag", "2026-03-07T10:00:00+01:00"),
        ("vrijdag om 10 uur", "zaterdag", "2026-03-07T10:00:00+01:00"),
        ("vrijdag 7 maart om 10:00", "zaterdag", "2026-03-07T10:00:00+01:00"),
        ("volgende week 15:00", "dinsdag", "2026-03-10T15:00:00+01:00"),
        (None, "over een uur", "2026-03-02T11:30:00+01:00"),
    ],
)
def test_answers_add_up_to_a_moment(before: str | None, text: str, moment: str) -> None:
    said = Said(text, "give_moment", loop=FORM, slots=asked("reminder_at", reminder_words=before))
    assert play(ValidateReminderForm, People(), said).slots["reminder_at"] == moment


@pytest.mark.parametrize("text", ["geen idee", "5 mei 2020"])
def test_what_is_no_moment_fills_nothing(text: str) -> None:
    said = Said(text, loop=FORM, slots=asked("reminder_at"))
    assert play(ValidateReminderForm, People(), said).slots == {}


def test_a_moment_that_is_over_by_now_is_refused_with_the_reason() -> None:
    said = Said(slots={"reminder_about": "de les", "reminder_at": (NOW - timedelta(minutes=1)).isoformat()})
    answer = play(ActionKeepReminder, People(), said)
    assert answer.said == ["reminder_refused"]
    assert "voorbij" in answer.value("reason")


def test_the_list_tells_day_time_and_words() -> None:
    answer = play(ActionShowReminders, planned("de les", "het boek"), Said("welke herinneringen heb ik", "show_reminders"))
    assert answer.value("lines") == "1. dinsdag 3 maart om 10.30 uur: de les\n2. woensdag 4 maart om 10.30 uur: het boek"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("haal die van dinsdag weg", ["het boek"]),
        ("haal de laatste weg", ["de les"]),
        ("de herinnering over het boek mag weg", ["de les"]),
        ("haal ze allemaal weg", []),
        ("haal die herinnering weg", ["de les", "het boek"]),
    ],
)
def test_the_one_that_is_meant_is_taken_back(text: str, left: list[str]) -> None:
    people = planned("de les", "het boek")
    answer = play(ActionCancelReminder, people, Said(text, "cancel_reminder"))
    assert [each.text for each in people.reminders.planned] == left
    assert answer.said == [{0: "reminders_cancelled", 1: "reminder_cancelled", 2: "ask_which_reminder"}[len(left)]]


def test_the_only_one_needs_no_name() -> None:
    people = planned("de les")
    assert play(ActionCancelReminder, people, Said("haal die maar weg", "cancel_reminder")).said == ["reminder_cancelled"]
    assert people.reminders.planned == []


LATE, NIGHT = Hours(Shift.LAAT, time(14, 30), time(23)), Hours(Shift.NACHT, time(22), time(6))


@pytest.mark.parametrize(
    ("own", "typed", "at", "waits"),
    [
        (Hours(Shift.VROEG, time(6), time(14)), "na mijn vroege dienst", datetime(2026, 3, 2, 13, 30, tzinfo=UTC), False),
        (Hours(Shift.VROEG, time(6), time(14)), "na mijn werk", datetime(2026, 3, 2, 13, 30, tzinfo=UTC), False),
        (Hours(Shift.VROEG, time(1), time(9)), "na mijn vroege dienst", datetime(2026, 3, 3, 8, 30, tzinfo=UTC), False),
        (LATE, "na mijn late dienst", datetime(2026, 3, 3, 7, 0, tzinfo=UTC), True),
        (LATE, "vrijdag na mijn late dienst", datetime(2026, 3, 7, 7, 0, tzinfo=UTC), True),
        (NIGHT, "na mijn nachtdienst", datetime(2026, 3, 3, 7, 0, tzinfo=UTC), True),
    ],
)
def test_after_a_shift_of_which_the_hours_are_known_nothing_is_asked(own: Hours, typed: str, at: datetime, waits: bool) -> None:
    people = People(nudges=NudgePreferences(shift=own.shift, hours=(own,)))
    answer = play(ActionSetReminder, people, Said(f"herinner me {typed} aan het boek", "set_reminder"))
    assert answer.said == [*(["reminder_waits_for_morning"] if waits else []), "reminder_set"]
    assert [each.due_at.astimezone(UTC) for each in people.reminders.planned] == [at]


@pytest.mark.parametrize("typed", ["voor mijn late dienst", "na mijn vroege dienst", "na het eten", "volgende week na mijn late dienst"])
def test_after_anything_else_the_hour_is_asked(typed: str) -> None:
    people = People(nudges=NudgePreferences(shift=Shift.LAAT, hours=(LATE,)))
    answer = play(ActionSetReminder, people, Said(f"herinner me {typed} aan het boek", "set_reminder"))
    assert answer.slots["reminder_at"] is None
    assert people.reminders.planned == []


def test_in_the_form_the_own_hours_answer_when_too() -> None:
    people = People(nudges=NudgePreferences(shift=Shift.LAAT, hours=(LATE,)))
    said = Said("na mijn late dienst", "give_moment", loop=FORM, slots=asked("reminder_at", reminder_about="het boek"))
    slots = play(ValidateReminderForm, people, said).slots
    assert datetime.fromisoformat(str(slots["reminder_at"])) == datetime(2026, 3, 3, 7, 0, tzinfo=UTC)
    answer = play(ActionKeepReminder, people, Said("na mijn late dienst", "give_moment", slots={"reminder_about": "het boek", **slots}))
    assert answer.said == ["reminder_waits_for_morning", "reminder_set"]
