"""Calendars of places. Today is 2 March 2026, a Monday."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue.importers.ical import AHEAD, Calendar
from bot.catalogue.models import Item, Kind, RunStatus
from bot.catalogue.starting import start_of
from bot.errors import FeedRefused
from tests.unit.catalogue.importers.conftest import TODAY, all_of

SAMPLE = (Path(__file__).parents[3] / "samples" / "open_days.ics").read_text("utf-8")


@pytest.fixture(scope="module")
def items() -> dict[str, Item]:
    return {item.title.removeprefix("Voorbeeld: "): item for item in all_of(Calendar(SAMPLE, TODAY)).items.values()}


def test_a_place_is_somewhere_to_learn_in_its_gemeente(items: dict[str, Item]) -> None:
    bieb = items["Digitaalhulp in de bieb"]
    assert (bieb.kind, bieb.place, bieb.postcode, bieb.region) == (Kind.LEERPLEK, "Almere", "1315", "AM11")
    assert (bieb.url, bieb.price) == ("https://voorbeeld.example/bieb", None)
    assert set(bieb.interests) == {"computer", "telefoon"}


def test_a_repeated_day_is_worked_out_without_the_days_that_are_left_out(items: dict[str, Item]) -> None:
    bieb = items["Digitaalhulp in de bieb"]
    days = [run.start for run in bieb.runs]
    assert days[0] == date(2026, 3, 10)
    assert all(day and day.weekday() == 1 and TODAY <= day <= TODAY + AHEAD for day in days)
    assert len(days) == 16


def test_two_days_of_one_place_are_one_place_and_a_cancelled_day_is_not_open(items: dict[str, Item]) -> None:
    cafe = items["Repaircafé"]
    assert [(run.start, run.status) for run in cafe.runs] == [
        (date(2026, 3, 14), RunStatus.UNKNOWN),
        (date(2026, 4, 11), RunStatus.CANCELLED),
    ]
    assert start_of(cafe, TODAY).day == date(2026, 3, 14)
    assert not cafe.is_available(date(2026, 3, 15))


def test_what_is_over_and_what_repeats_every_second_are_refused_with_a_reason() -> None:
    refused = {each.code for each in all_of(Calendar(SAMPLE, TODAY)).refused}
    assert refused == {"import_no_open_day", "import_too_often"}


@pytest.mark.parametrize("text", ["", "<html>", "BEGIN:VEVENT\nEND:VEVENT", "BEGIN:VCARD\nEND:VCARD"])
def test_what_is_no_calendar_is_said(text: str) -> None:
    with pytest.raises(FeedRefused) as problem:
        list(Calendar(text, TODAY).records({}))
    assert problem.value.code == "import_no_calendar"


def test_an_event_without_a_day_is_refused_and_the_others_go_in() -> None:
    text = SAMPLE.replace("DTSTART;VALUE=DATE:20250110\n", "")
    assert len(all_of(Calendar(text, TODAY)).items) == 2


@settings(max_examples=30)
@given(st.text(max_size=60), st.sampled_from(["DTSTART", "RRULE", "LOCATION", "EXDATE", "STATUS", "CATEGORIES", "DTEND"]))
def test_no_event_breaks_the_others(value: str, name: str) -> None:
    line = f"{name}:{' '.join(value.split())}"
    text = SAMPLE.replace("UID:2@voorbeeld.example", f"UID:2@voorbeeld.example\n{line}")
    titles = {item.title for item in all_of(Calendar(text, TODAY)).items.values()}
    assert "Voorbeeld: Digitaalhulp in de bieb" in titles
