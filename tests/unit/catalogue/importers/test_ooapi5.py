"""Every trap of version 5 of the Open Education API, each with a record made for it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bot.catalogue.importers import ooapi5
from bot.catalogue.importers.ooapi import read
from bot.catalogue.models import Delivery, Item, Kind, Provider, Run, RunStatus, Vat
from tests.unit.catalogue.importers.conftest import TODAY, item_from, taken

ADDRESS = {
    "addressType": "teaching",
    "city": "Zwolle",
    "postalCode": "8011 PK",
    "geolocation": {"latitude": 52.5, "longitude": 6.1},
}
TOTAL = {"costType": "total costs", "amount": "340.84", "vatAmount": "59.15", "amountWithoutVat": "281.69", "currency": "EUR"}


def course(**changes: object) -> dict[str, Any]:
    return {
        "courseId": "c-1",
        "primaryCode": {"codeType": "identifier", "code": "LAS-1"},
        "name": [{"language": "en-GB", "value": "Welding"}, {"language": "nl-NL", "value": "Lassen voor beginners"}],
        "abbreviation": "LAS",
        "description": [{"language": "nl", "value": "Je last zelf twee stukken staal aan elkaar."}],
        "teachingLanguage": "nld",
        "level": "secondary vocational education 2",
        "studyLoad": {"studyLoadUnit": "sbu", "value": 40},
        "modeOfDelivery": ["on campus"],
        "addresses": [ADDRESS],
        "organization": {"name": [{"language": "nl", "value": "Voorbeeld College"}], "link": "https://college.voorbeeld.nl"},
        "link": "https://college.voorbeeld.nl/lassen",
        **changes,
    }


def offering(**changes: object) -> dict[str, Any]:
    return {
        "offeringId": "o-1",
        "offeringType": "course",
        "startDate": "2026-04-01",
        "endDate": "2026-06-01",
        "priceInformation": [TOTAL],
        **changes,
    }


def item(*offerings: dict[str, Any], **changes: object) -> Item:
    return item_from(read(ooapi5, course(**changes), lambda _: offerings, TODAY))


def reason(entity: object) -> str:
    (refused,) = taken(read(ooapi5, entity, lambda _: (), TODAY)).refused
    return refused.code


def test_a_course_with_an_offering_becomes_one_item_with_a_run() -> None:
    found = item(offering())
    assert (found.id, found.kind, found.title) == ("school/c-1", Kind.CURSUS, "Lassen voor beginners")
    assert found.summary == found.description == "Je last zelf twee stukken staal aan elkaar."
    assert (found.language, found.level, found.minutes, found.delivery) == ("nl", "mbo2", 2400, Delivery.ONSITE)
    assert (found.place, found.region, found.postcode, found.position.latitude) == ("Zwolle", "AM36", "8011", 52.5)
    assert found.provider == Provider("Voorbeeld College", False, "https://college.voorbeeld.nl")
    assert found.interests == ("techniek",)
    assert found.smallest_step.minutes <= 10
    assert (found.price, found.vat, found.price_complete) == (Decimal("340.84"), Vat.INCLUDED, True)
    assert found.runs == (Run(date(2026, 4, 1), date(2026, 6, 1), price=Decimal("340.84")),)


def test_a_program_is_an_opleiding_and_keeps_its_parent() -> None:
    program = {**course(parent="p-0", programType="program"), "programId": "p-1"}
    del program["courseId"]
    found = item_from(read(ooapi5, program, lambda _: (), TODAY))
    assert (found.source_id, found.kind, found.part_of) == ("p-1", Kind.OPLEIDING, "p-0")


def test_a_date_may_be_written_the_dutch_way() -> None:
    assert item(offering(startDate="01-09-2026")).runs[0].start == date(2026, 9, 1)


def test_html_word_fragments_and_markdown_become_plain_text() -> None:
    html = '<p><span style="mso-x">Je <b>last</b> staal.</span></p><!--[if gte mso 9]><xml>x</xml><![endif]-->\n\n## Voor wie\n* [beginners](https://x.nl)'
    assert item(description=[{"language": "nl", "value": html}]).description == "Je last staal. Voor wie beginners"


@pytest.mark.parametrize(
    "rows", [[{**TOTAL, "costType": "STAP eligible"}], [], None, [{**TOTAL, "currency": "USD"}], [{"costType": "total costs"}]]
)
def test_an_unknown_price_or_only_a_stap_row_is_not_free(rows: object) -> None:
    found = item(offering(priceInformation=rows))
    assert found.price is None
    assert not found.is_free


def test_the_display_amount_is_not_trusted() -> None:
    shown = {**TOTAL, "displayAmount": [{"language": "nl", "value": "€380,84"}]}
    assert item(offering(priceInformation=[{**TOTAL, "costType": "STAP eligible", "amount": "1"}, shown])).price == Decimal("340.84")


def test_an_amount_of_zero_is_free() -> None:
    assert item(offering(priceInformation=[{"costType": "total costs", "amount": "0"}])).is_free


def test_a_price_without_vat_is_completed_or_said_to_be_incomplete() -> None:
    both = item(offering(priceInformation=[{"costType": "total costs", "amountWithoutVat": "100", "vatAmount": "21"}]))
    bare = item(offering(priceInformation=[{"costType": "total costs", "amountWithoutVat": "100"}]))
    assert (both.price, both.vat, both.price_complete) == (Decimal(121), Vat.INCLUDED, True)
    assert (bare.price, bare.vat, bare.price_complete) == (Decimal(100), Vat.EXCLUDED, False)


def test_a_price_on_which_no_vat_is_due_says_so() -> None:
    row = {"costType": "total costs", "amount": "100", "amountWithoutVat": "100", "vatAmount": "0"}
    assert item(offering(priceInformation=[row])).vat is Vat.EXEMPT


def test_the_cheapest_run_gives_the_price() -> None:
    cheap = offering(offeringId="o-2", priceInformation=[{**TOTAL, "amount": "200"}])
    assert item(offering(), cheap, offering(priceInformation=None)).price == 200


def test_a_run_that_is_over_or_full_or_shut_gives_no_price_and_no_place() -> None:
    free = {"priceInformation": [{**TOTAL, "amount": "0"}], "addresses": [{**ADDRESS, "city": "Maastricht"}]}
    past = offering(**free, startDate="2020-01-01", endDate="2020-02-01")
    full = offering(**free, maxNumberStudents=1, enrolledNumberStudents=1)
    shut = offering(**free, enrollEndDate="2026-03-01")
    found = item(past, full, shut, offering(addresses=[{**ADDRESS, "city": "Almere"}]))
    assert (found.price, found.place, found.is_free) == (Decimal("340.84"), "Almere", False)
    assert item(past).price is None
    assert item(past, addresses=[], organization=None).place == "Maastricht", "where it was is better than to lose the course"


def test_an_unknown_status_is_not_open_and_rio_tells_what_is() -> None:
    rio = [{"consumerKey": "ander"}, {"consumerKey": "rio", "registrationStatus": "closed"}]
    assert item(offering()).runs[0].status is RunStatus.UNKNOWN
    assert item(offering(consumers=rio)).runs[0].status is RunStatus.CLOSED
    assert item(offering(maxNumberStudents=10, enrolledNumberStudents=10)).runs[0].status is RunStatus.FULL


def test_past_runs_go_but_an_item_of_which_all_are_past_is_not_always_there() -> None:
    past, coming = offering(startDate="2026-01-01", endDate="2026-02-01"), offering()
    assert [run.start for run in item(past, coming).runs] == [date(2026, 4, 1)]
    assert not item(past).is_available(TODAY)


def test_one_can_still_enter_a_run_that_began_when_entry_is_flexible() -> None:
    began = offering(startDate="2025-09-01", flexibleEntryPeriodStart="2025-09-01", flexibleEntryPeriodEnd="2026-06-01")
    later = offering(startDate="2026-09-01", flexibleEntryPeriodStart="2026-05-01", flexibleEntryPeriodEnd="2026-06-01")
    assert item(began).runs[0].start is None
    assert item(began).is_available(TODAY)
    assert item(later).runs[0].start == date(2026, 5, 1)


def test_a_component_is_no_run() -> None:
    assert item(offering(offeringType="component")).runs == ()


def test_a_plain_text_where_a_list_belongs_is_read() -> None:
    assert item(name="Lassen", description="Je last.", admissionRequirements="Geen").title == "Lassen"


def test_a_timeline_override_counts_on_its_days() -> None:
    now = {"validFrom": "2026-03-01", "validTo": "2026-04-01", "course": {"name": [{"language": "nl", "value": "Lassen in maart"}]}}
    assert item(timelineOverrides=[now]).title == "Lassen in maart"
    for other in ({"validFrom": "2026-03-03"}, {"validTo": "2026-03-02"}):
        assert item(timelineOverrides=[{**now, **other}]).title == "Lassen voor beginners"


@pytest.mark.parametrize(
    ("code", "language"), [("nld", "nl"), ("nl-NL", "nl"), ("en-GB", "en"), ("eng", "en"), ("pol", "pl"), ("xxx", "nl")]
)
def test_language_codes_of_every_sort_are_understood(code: str, language: str) -> None:
    assert item(teachingLanguage=code).language == language


def test_dutch_text_is_chosen_and_otherwise_english() -> None:
    texts = [{"language": "de", "value": "Schweissen"}, {"language": "eng", "value": "Welding"}]
    assert item(name=texts).title == "Welding"
    assert item(name=texts[:1]).title == "Schweissen"


def test_study_points_become_hours_and_a_period_of_months_does_not() -> None:
    assert item(studyLoad={"studyLoadUnit": "ects", "value": 2}).minutes == 2 * 28 * 60
    assert item(studyLoad=None, duration="PT90M").minutes == 90
    assert item(studyLoad=None, duration="P6M").minutes is None


def test_hybrid_with_a_place_is_onsite_and_online_without_one_is_online() -> None:
    assert item(modeOfDelivery=["online", "hybrid"]).delivery is Delivery.ONSITE
    assert item(modeOfDelivery=["online", "on campus"], addresses=[], organization="o-1").delivery is Delivery.ONLINE
    assert item(modeOfDelivery=["distance-learning"]).delivery is Delivery.ONLINE


def test_the_specification_tells_the_proof_and_the_level_that_a_course_does_not() -> None:
    specified = {"formalDocument": "certificate", "level": "secondary vocational education 3"}
    found = item(level="undefined", educationSpecification=specified)
    assert (found.proof, found.level) == ("certificaat", "mbo3")
    assert (item(educationSpecification="e-1").proof, item(educationSpecification=specified).level) == ("none", "mbo2")


@pytest.mark.parametrize(
    ("fields", "proof", "level"),
    [
        ({"levelOfQualification": "2", "level": "secondary vocational education"}, "none", "mbo2"),
        ({"levelOfQualification": "6", "level": "undivided", "qualificationAwarded": "BSc"}, "diploma", "hbo"),
        ({"levelOfQualification": "4+", "level": None, "qualificationAwarded": "None"}, "none", "none"),
    ],
)
def test_a_program_tells_its_qualification(fields: dict[str, object], proof: str, level: str) -> None:
    found = item(**fields)
    assert (found.proof, found.level) == (proof, level)


def test_on_location_is_somewhere_to_go_to_and_not_at_your_own_work() -> None:
    assert item(modeOfDelivery=["situated"]).delivery is Delivery.ONSITE


def test_a_rio_block_without_languages_is_fine() -> None:
    assert item(consumers=[{"consumerKey": "rio", "teachingLanguages": None}]).language == "nl"


def test_a_teaching_address_goes_before_a_postal_one() -> None:
    assert item(addresses=[{"addressType": "postal", "city": "Almere"}, {**ADDRESS, "city": "Utrecht"}]).place == "Utrecht"


def test_a_course_without_a_summary_says_little_but_honestly() -> None:
    assert item(description=[]).summary.startswith("Een cursus.")


@pytest.mark.parametrize(
    ("entity", "code"),
    [
        (course(courseId=None), "import_missing_id"),
        (course(name=[]), "import_missing_title"),
        (course(addresses=[], organization=None), "import_no_place"),
        (course(modeOfDelivery=[], addresses=[], organization=None), "import_missing_delivery"),
        (course(validFrom="2026-03-03"), "import_not_yet"),
        (course(validTo="2026-03-02"), "import_no_longer"),
        (course(validTo="soon"), "import_bad_date"),
        (course(link="javascript:alert(1)"), "import_bad_url"),
        (course(addresses=[7], organization=None), "import_no_place"),
        (course(timelineOverrides=["x"]), "import_bad_shape"),
        ("tekst", "import_no_object"),
        (None, "import_no_object"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_reason(entity: object, code: str) -> None:
    assert reason(entity) == code
