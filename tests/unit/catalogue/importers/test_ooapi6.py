"""What version 6 says differently from version 5."""

from datetime import date
from decimal import Decimal
from typing import Any

from bot.catalogue.importers import ooapi6
from bot.catalogue.importers.ooapi import read
from bot.catalogue.models import Delivery, Item, Kind, RunStatus
from tests.unit.catalogue.importers.conftest import TODAY, item_from

NAME = [{"language": "nl", "value": "Zorg voor ouderen"}]


def item(*offerings: dict[str, Any], **changes: object) -> Item:
    bare = {
        "programmeId": "p-1",
        "programmeType": "programme",
        "primaryCode": {"codeType": "x", "code": "1"},
        "name": NAME,
        "modesOfDelivery": ["online"],
    }
    return item_from(read(ooapi6, {**bare, **changes}, lambda _: offerings, TODAY))  # type: ignore[arg-type]


def offering(**changes: object) -> dict[str, Any]:
    return {"programmeOfferingId": "o", "state": "active", "startDateTime": "2026-04-01T00:30:00+02:00", "endDateTime": None, **changes}


def test_a_programme_with_little_more_than_a_name_is_an_item() -> None:
    found = item(description=None, level=None, studyLoad=None, link=None, organisation=None)
    assert (found.kind, found.title, found.price, found.minutes, found.provider) == (Kind.OPLEIDING, NAME[0]["value"], None, None, None)
    assert found.interests == ("zorg",)


def test_a_moment_becomes_the_dutch_day() -> None:
    assert item(offering()).runs[0].start == date(2026, 4, 1)
    assert item(offering(startDateTime="2026-03-31T22:30:00Z")).runs[0].start == date(2026, 4, 1)


def test_only_active_offerings_are_open_and_a_cancelled_one_is_told() -> None:
    found = item(offering(), offering(state="concept"), offering(state="inactive"), offering(state="cancelled"))
    assert sorted(run.status for run in found.runs) == [RunStatus.CANCELLED, RunStatus.OPEN]


def test_a_programme_of_which_the_only_run_is_cancelled_is_not_available() -> None:
    assert not item(offering(state="cancelled")).is_available(TODAY)


def test_the_new_words_for_delivery_level_and_cost_are_understood() -> None:
    costs = [{"costType": "stap_eligible", "amount": "1000"}, {"costType": "total_costs", "amount": "250.00"}]
    found = item(
        offering(priceInformation=costs), modesOfDelivery=["work_based"], level="secondary_vocational_education_3", modeOfStudy="self_paced"
    )
    assert (found.delivery, found.level, found.price, found.own_pace) == (Delivery.WORKPLACE, "mbo3", Decimal(250), True)


def test_the_first_known_study_load_and_every_language_count() -> None:
    loads = [{"studyLoadUnit": "x-own", "value": 9}, {"studyLoadUnit": "contact_time", "value": 10}]
    found = item(studyLoad=loads, teachingLanguages=["en-GB", "nl", "nl-NL", "dse"])
    assert (found.minutes, found.language, found.also_in) == (600, "en", ("nl",))


def test_enrolment_ends_with_the_last_period() -> None:
    periods = [{"endDateTime": "2026-03-10T12:00:00Z"}, {"endDateTime": "2026-03-20T12:00:00Z"}]
    assert item(offering(enrolmentPeriods=periods)).runs[0].enrol_until == date(2026, 3, 20)


def test_a_cancelled_run_gives_no_price_and_no_place_and_the_postcode_has_its_own_name() -> None:
    def priced(amount: str, city: str, **changes: object) -> dict[str, Any]:
        address = {"addressType": "teaching", "city": city, "postCode": "8011 PK"}
        return offering(priceInformation=[{"costType": "total_costs", "amount": amount}], addresses=[address], **changes)

    found = item(priced("0", "Maastricht", state="cancelled"), priced("995", "Zwolle"), modesOfDelivery=["presential"])
    assert (found.price, found.place, found.postcode) == (Decimal(995), "Zwolle", "8011")


def test_the_qualification_tells_proof_and_level() -> None:
    found = item(qualificationAwarded="vocational_diploma", levelOfQualification="eqf_3")
    assert (found.proof, found.level) == ("diploma", "mbo3")
