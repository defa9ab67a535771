from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from actions.item_questions import ActionTellDetails, ActionTellDuration, ActionTellPlace, ActionTellPrice, ActionTellProof
from actions.plan import ActionGiveMoment, ValidatePlanForm
from actions.turns.base import DuwtjeAction
from bot.catalogue.models import Delivery, Kind, Provider, Run
from tests.actions.play import Said, play
from tests.actions.twins import ITEMS, People, item


def given_in(*places: str) -> tuple[Run, ...]:
    """A run that is over in Weert, and a later one in each of ``places``."""
    return (Run(date(2026, 2, 1), place="Weert"), *(Run(date(2026, 4, 1), place=place) for place in places))


SHOWN = {"shown": [each.id for each in ITEMS]}


def test_a_price_is_told_of_everything_shown() -> None:
    answer = play(ActionTellPrice, People(wish="hout"), Said("wat kost dat allemaal", "ask_price", slots=SHOWN))
    assert answer.value("lines").splitlines() == ["1. Titel een: gratis", "2. Titel twee: € 12,50", "3. Titel drie: gratis"]


def test_a_price_is_told_of_the_one_chosen() -> None:
    answer = play(ActionTellPrice, People(wish="hout"), Said("wat kost het dan", "ask_price", slots={**SHOWN, "chosen": "test/twee"}))
    assert answer.value("lines") == "Titel twee: € 12,50"


def test_a_price_is_told_of_the_one_named() -> None:
    answer = play(ActionTellPrice, People(wish="hout"), Said("wat kost de derde", "ask_price", slots={**SHOWN, "chosen": "test/twee"}))
    assert answer.value("lines") == "Titel drie: gratis"


def test_free_alone_narrows_the_search() -> None:
    people = People(wish="hout")
    answer = play(ActionTellPrice, people, Said("gratis", "ask_price", slots=SHOWN))
    assert people.suggestions.wanted[-1].max_price == 0
    assert answer.slots["limits"] == {"price": 0}


def test_a_place_alone_narrows_the_search() -> None:
    people = People(wish="hout")
    play(ActionTellPlace, people, Said("in Assen", "ask_place", slots=SHOWN))
    assert people.suggestions.wanted[-1].place == "Assen"


@pytest.mark.parametrize(
    ("action", "changes", "told"),
    [
        (ActionTellDuration, {"minutes": 60}, "1 uur"),
        (ActionTellDuration, {"minutes": 1}, "1 minuut"),
        (ActionTellDuration, {"minutes": None}, "zo lang je wilt"),
        (ActionTellDuration, {"minutes": 1440}, "ongeveer 3 dagen"),
        (ActionTellPrice, {"price": None}, "prijs onbekend"),
        (ActionTellPrice, {"price": Decimal("45.00")}, "€ 45"),
        (ActionTellPlace, {"delivery": Delivery.ONLINE}, "online"),
        (ActionTellPlace, {"delivery": Delivery.ONSITE, "place": "Goes"}, "in Goes"),
        (ActionTellPlace, {"delivery": Delivery.ONSITE}, "bij de aanbieder"),
        (ActionTellPlace, {"delivery": Delivery.ONSITE, "place": "Goes", "runs": given_in("Goes", "Urk")}, "in Goes of Urk"),
        (ActionTellPlace, {"delivery": Delivery.ONSITE, "runs": given_in("A", "B", "C", "D")}, "in A, B, C of ergens anders"),
        (ActionTellPlace, {"delivery": Delivery.SELF}, "waar je wilt"),
        (ActionTellProof, {"proof": "mbo-certificaat"}, "een mbo-certificaat"),
        (ActionTellProof, {"proof": "none"}, "geen diploma of bewijs"),
    ],
)
def test_a_fact_is_told_in_words(action: type, changes: dict[str, object], told: str) -> None:
    people = People(wish="hout")
    people.suggestions.items = (item("een", **changes),)
    answer = play(action, people, Said("vertel eens hoe dat precies zit", slots={"shown": ["test/een"]}))
    assert answer.value("lines") == f"Titel een: {told}"


COURSE = {"kind": Kind.CURSUS, "delivery": Delivery.ONSITE, "place": "Goes"}
SCHOOL = Provider("School", example=True)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "wanneer je wilt"),
        ({**COURSE, "runs": (Run(date(2026, 3, 10)),)}, "dinsdag 10 maart"),
        ({**COURSE, "runs": (Run(date(2027, 3, 10)),)}, "10 maart 2027"),
        (
            {**COURSE, "runs": (Run(date(2026, 3, 10), is_final=False),), "parts_of_day": ("avond",)},
            "misschien dinsdag 10 maart, in de avond",
        ),
        (COURSE, "dat weet ik niet"),
        ({**COURSE, "provider": SCHOOL}, "dat weet ik niet. Vraag het bij: School"),
        (
            {**COURSE, "provider": SCHOOL, "parts_of_day": ("avond", "weekend")},
            "in de avond of in het weekend, maar de dag weet ik niet. Vraag het bij: School",
        ),
        ({**COURSE, "open_days": ("dinsdag", "zaterdag")}, "elke dinsdag of zaterdag, de eerste keer op dinsdag 3 maart"),
    ],
)
@pytest.mark.parametrize("loop", [None, "plan_form"])
def test_who_asks_when_it_begins_hears_the_next_start_or_who_would_know(loop: str | None, changes: dict[str, object], told: str) -> None:
    people = People(wish="hout")
    people.suggestions.items = (item("een", **changes),)
    said = Said("wanneer begint het", "ask_duration", loop=loop, slots={"shown": ["test/een"], "chosen": "test/een"})
    answer = play(ActionTellDuration, people, said)
    assert (answer.said, answer.value("lines")) == (["when"], f"Titel een: {told}")


@pytest.mark.parametrize("action", [ActionTellPrice, ActionTellPlace, ActionGiveMoment])
def test_when_is_heard_whatever_rasa_made_of_it_and_is_no_moment_for_a_plan(action: type[DuwtjeAction]) -> None:
    slots = {**SHOWN, "chosen": "test/twee", "requested_slot": "moment"}
    assert play(action, People(wish="hout"), Said("wanneer is dat?", loop="plan_form", slots=slots)).said == ["when"]
    assert play(ValidatePlanForm, People(wish="hout"), Said("wanneer is dat?", loop="plan_form", slots=slots)).slots == {}


def test_when_says_nothing_about_what_was_never_shown() -> None:
    assert play(ActionTellDuration, People(), Said("wanneer begint het", "ask_duration")).said == ["nothing_shown_yet"]


def test_details_name_the_first_step_and_who_offers_it() -> None:
    people = People(wish="hout")
    people.suggestions.items = (
        item("een", provider=Provider("Buurthuis", False, last_verified=date(2026, 1, 1)), url="https://example.org"),
    )
    answer = play(ActionTellDetails, people, Said("vertel meer", "ask_details", slots={"shown": ["test/een"]}))
    assert answer.said == ["details", "ask_plan_this"]
    assert answer.value("step") == "Begin een."
    assert answer.value("source") == "Van: Buurthuis. Meer lezen: https://example.org"
    assert answer.slots["chosen"] == "test/een"


def test_details_say_when_the_source_last_had_it() -> None:
    people = People(wish="hout")
    people.suggestions.items = (item("een", seen_on=datetime(2026, 2, 27, 23, 30, tzinfo=UTC)),)
    answer = play(ActionTellDetails, people, Said("vertel meer", "ask_details", slots={"shown": ["test/een"]}))
    assert answer.value("source") == "Gezien op 28 februari 2026."


def test_details_of_which_one_is_asked_when_that_is_not_clear() -> None:
    assert play(ActionTellDetails, People(wish="hout"), Said("vertel meer", "ask_details", slots=SHOWN)).said == ["ask_which"]


def test_details_while_planning_do_not_ask_twice() -> None:
    said = Said("vertel meer", "ask_details", loop="plan_form", slots={**SHOWN, "chosen": "test/een"})
    assert play(ActionTellDetails, People(wish="hout"), said).said == ["details"]


def test_a_question_about_nothing_asks_for_a_wish() -> None:
    answer = play(ActionTellProof, People(), Said("krijg ik een diploma", "ask_proof"))
    assert answer.said == ["nothing_shown_yet"]
    assert answer.opened == "wish_form"


def test_in_easy_words_a_day_that_is_not_known_is_said_and_each_thing_has_a_message() -> None:
    people = People(wish="hout")
    people.suggestions.items = (item("een", **COURSE, parts_of_day=("avond",)), item("twee", **COURSE))
    answer = play(
        ActionTellDuration, people, Said("wanneer begint het", "ask_duration", slots={"shown": ["test/een", "test/twee"]}, register="easy")
    )
    assert answer.said == ["when", "when"]
    assert [message["lines"] for message in answer.messages] == [
        "1. Titel een: in de avond. De dag weet ik niet",
        "2. Titel twee: dat weet ik niet",
    ]
