"""NOW is Monday 2 March 2026, 10:30 in Amsterdam."""

from datetime import datetime, timedelta

import pytest

from actions.agreeing import HOURS, hours_on
from actions.reminders import ActionAskReminderAt, ActionSetReminder, ValidateReminderForm
from actions.standing_reminders import ActionCancelReminder
from bot.clock import AMSTERDAM
from bot.language.when.rhythm import Rhythm
from tests.actions.play import Said, play
from tests.actions.twins import NOW, People

FORM = "reminder_form"


def standing(*about: str) -> People:
    people = People()
    for days, text in enumerate(about, start=1):
        people.reminders.ask("l1", NOW + timedelta(days=days), text)
    return people


def left(people: People) -> list[tuple[str, str]]:
    return [(each.text, f"{each.due_at.astimezone(AMSTERDAM):%d-%m %H.%M}") for each in people.reminders.list("l1")]


@pytest.mark.parametrize(
    ("day", "part", "hour", "hours"),
    [
        (2, "avond", 20, ["21.00", "22.00", "23.00"]),
        (2, "avond", 23, []),
        (2, None, 10, ["11.00", "12.00", "13.00"]),
        (3, "avond", 20, list(HOURS["avond"])),
    ],
)
def test_of_today_only_hours_are_offered_that_are_still_to_come(day: int, part: str | None, hour: int, hours: list[str]) -> None:
    now = datetime(2026, 3, 2, hour, 47, tzinfo=AMSTERDAM)
    offered = hours_on(now.replace(day=day).date(), part, now)
    assert list(offered)[: len(hours) or None] == hours


def test_when_nothing_is_left_of_today_the_day_is_asked() -> None:
    said = Said(loop=FORM, slots={"requested_slot": "reminder_at", "reminder_words": "vanochtend"})
    people = People()
    assert "ask_reminder_hour" in play(ActionAskReminderAt, people, said).said
    people.clock = lambda: NOW + timedelta(hours=1, minutes=15)
    assert play(ActionAskReminderAt, people, said).said == ["ask_reminder_day"]


def test_an_hour_that_is_over_leaves_what_was_said_before() -> None:
    said = Said("om 9.00", "give_moment", loop=FORM, slots={"requested_slot": "reminder_at", "reminder_words": "vandaag"})
    answer = play(ValidateReminderForm, People(), said)
    assert (answer.said, answer.slots) == (["reminder_moment_over"], {})


def test_while_the_hour_is_asked_the_one_that_is_made_is_let_go_and_no_other() -> None:
    people = standing("de tandarts")
    asked = {"requested_slot": "reminder_at", "reminder_about": "bellen", "reminder_words": "morgen"}
    answer = play(ActionCancelReminder, people, Said("haal weg die van bellen", "cancel_reminder", loop=FORM, slots=asked))
    assert answer.said == ["reminder_dropped"]
    assert [each.text for each in people.reminders.planned] == ["de tandarts"]


def test_without_a_word_for_it_nothing_is_taken_away() -> None:
    people = standing("de vaatwasser")
    said = Said("elke maandag om 17.00 een herinnering voor mijn zwemtas", "cancel_reminder")
    assert play(ActionCancelReminder, people, said).said == ["reminder_set_repeating"]
    assert [(each.text, each.rhythm) for each in people.reminders.planned] == [("de vaatwasser", None), ("mijn zwemtas", Rhythm.WEEK)]


@pytest.mark.parametrize(
    ("text", "response", "after"),
    [
        ("zet die van de bloemen op donderdag", "reminder_moved", ("de bloemen", "05-03 10.30")),
        ("verplaats de tweede naar vrijdag 8.15", "reminder_moved", ("de tandarts", "06-03 08.15")),
        ("verzet de herinnering naar vrijdag", "ask_which_to_move", ("de bloemen", "03-03 10.30")),
    ],
)
def test_one_of_them_is_moved_when_it_is_clear_which(text: str, response: str, after: tuple[str, str]) -> None:
    people = standing("de bloemen", "de tandarts")
    answer = play(ActionSetReminder, people, Said(text, "nlu_fallback", asked=["reminders"]))
    assert answer.said == [response]
    assert after in left(people)


def test_two_with_the_same_words_are_asked_about() -> None:
    people = standing("de tandarts bellen", "de tandarts")
    assert play(ActionCancelReminder, people, Said("annuleer de tandarts", "cancel_reminder")).said == ["ask_which_reminder"]
    assert len(people.reminders.planned) == 2
