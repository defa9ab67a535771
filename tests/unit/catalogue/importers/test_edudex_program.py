"""Every trap of EDU-DEX programs, each with a program made for it."""

from datetime import date
from decimal import Decimal

import pytest

from bot.catalogue.importers.edudex_program import record_of
from bot.catalogue.importers.record import Gone
from bot.catalogue.models import Delivery, Item, Kind, Run, RunStatus, Vat
from bot.errors import BadRecord
from tests.unit.catalogue.importers.conftest import TODAY, item_from

Program = dict[str, object]


def cost(amount: str = "100.00", **changes: object) -> Program:
    plain = {"id": "c", "amount": amount, "amountIsFinal": True, "costType": "tuition fee", "currency": "EUR", "isRequiredCost": True}
    return {**plain, "VATPercentage": 21, "amountVAT": f"{Decimal(amount) * Decimal('0.21'):.2f}", **changes}


def run(**changes: object) -> Program:
    when = {"startDate": {"date": "2026-04-01", "isFinal": False}, "endDate": {"date": "2026-06-01", "isFinal": True}}
    return {
        "id": "r",
        "status": "application opened",
        "location": {"city": "Zwolle", "zipcode": "8011PK"},
        "cost": [cost()],
        **when,
        **changes,
    }


def program(*runs: Program, **changes: object) -> Program:
    about = {
        "orgUnitId": "school",
        "programId": "las 1",
        "programType": "training",
        "programForm": ["part-time"],
        "programLevel": "mbo niveau 2",
        "degree": "certificate",
        "programDuration": {"weeks": 4},
        "theme": ["technology", "tourism, recreation and hospitality"],
        "fullyOnline": False,
    }
    texts = {
        "programName": {"en": "Welding", "nl": "Lassen"},
        "programSummaryText": {"nl": "Je last staal."},
        "programDescriptionText": {"nl": "Je leert het rustig."},
        "searchword": {"nl": ["lassen", "metaal"]},
        "webLink": {"nl": "https://school.voorbeeld.nl/lassen"},
    }
    admission = {"applicationOpen": True, "startDateDetermination": "fixed starting date", **changes.pop("admission", {})}  # type: ignore[dict-item]
    return {
        "lastEdited": "2026-02-01T10:00:00Z",
        "programClassification": {**about, **changes.pop("about", {})},  # type: ignore[dict-item]
        "programDescriptions": texts,
        "programAdmission": admission,
        "programSchedule": {"programRun": list(runs), **changes.pop("schedule", {})},  # type: ignore[dict-item]
        **changes,
    }


def item(*runs: Program, **changes: object) -> Item:
    record = record_of(program(*runs, **changes), "Voorbeeldschool", None, TODAY)
    assert not isinstance(record, Gone)
    return item_from(record)


def test_a_program_with_a_run_becomes_an_item() -> None:
    found = item(run(contactHoursPartOfDay=["evening", "day"]))
    assert (found.title, found.summary, found.description) == ("Lassen", "Je last staal.", "Je leert het rustig.")
    assert (found.kind, found.level, found.proof, found.delivery) == (Kind.CURSUS, "mbo2", "certificaat", Delivery.ONSITE)
    assert (found.place, found.postcode, found.region) == ("Zwolle", "8011", "AM36")
    assert found.provider is not None
    assert found.provider.name == "Voorbeeldschool"
    assert found.parts_of_day == ("avond", "ochtend", "middag")
    assert found.runs == (Run(date(2026, 4, 1), date(2026, 6, 1), False, RunStatus.OPEN, None, "Zwolle", "8011", Decimal(121)),)
    assert (found.price, found.vat) == (Decimal(121), Vat.INCLUDED)


def test_a_theme_with_a_comma_stays_one_theme() -> None:
    assert "tourism, recreation and hospitality" in item(run()).keywords


def test_an_offer_to_one_client_is_refused_for_everyone_and_kept_for_its_own_people() -> None:
    one = program(run(openTo="client only"), clientId={"orgUnitId": "werkgever"})
    for client in (None, "ander"):
        with pytest.raises(BadRecord) as refused:
            record_of(one, None, client, TODAY)
        assert refused.value.code == "import_client_only"
    record = record_of(one, "School", "werkgever", TODAY)
    assert not isinstance(record, Gone)
    found = item_from(record, tenant="werkgever")
    assert (found.tenant, len(found.runs)) == ("werkgever", 1)


def test_a_run_for_clients_only_does_not_leak_its_price() -> None:
    found = item(run(openTo="client only", cost=[cost("1.00")]), run())
    assert (len(found.runs), found.price) == (1, Decimal(121))
    record = record_of(program(run(openTo="client only", cost=[cost("1.00")]), run()), None, "werkgever", TODAY)
    assert isinstance(record, dict)
    assert len(record["runs"]) == 1, "nor to a client of whom nobody says that it is for them"


def test_a_cancelled_run_is_no_run_to_begin() -> None:
    found = item(run(status="canceled", cost=[cost("1.00")]))
    assert found.runs[0].status is RunStatus.CANCELLED
    assert not found.is_available(TODAY)
    assert found.price is None


def test_a_run_that_is_over_cancelled_or_closed_gives_no_price_and_no_place() -> None:
    free: Program = {"cost": [cost("0.00")], "location": {"city": "Maastricht", "zipcode": "6211AA"}}
    past = run(**free, startDate={"date": "2020-01-01"}, endDate={"date": "2020-02-01"})
    found = item(past, run(**free, status="canceled"), run(**free, status="application closed"), run())
    assert (found.price, found.place, found.postcode) == (Decimal(121), "Zwolle", "8011")
    assert item(past).price is None
    assert item(past).place == "Maastricht"


def test_what_must_be_paid_is_added_up_and_what_may_be_is_not() -> None:
    rows = [
        cost(),
        cost("50.00", costType="study material"),
        cost("9.00", isRequiredCost=False),
        cost("-10.00", costType="single payment discount"),
    ]
    assert item(run(cost=rows)).price == Decimal("181.50")


def test_an_amount_per_year_is_multiplied_by_the_years_and_one_per_hour_leaves_the_price_incomplete() -> None:
    per_year = item(run(cost=[cost(period="year")]), about={"programDuration": {"months": 24}})
    per_hour = item(run(cost=[cost(period="hour")]))
    assert (per_year.price, per_year.price_complete) == (Decimal(242), True)
    assert (per_hour.price, per_hour.price_complete) == (Decimal(121), False)


def test_an_amount_that_may_still_change_leaves_the_price_incomplete() -> None:
    found = item(run(cost=[cost(amountIsFinal=False)]))
    assert (found.price, found.price_complete) == (Decimal(121), False)


def test_without_dated_runs_the_generic_one_tells_price_place_and_part_of_day() -> None:
    generic = {"cost": [cost()], "location": {"city": "Zwolle"}, "contactHoursPartOfDay": ["evening"]}
    found = item(schedule={"genericProgramRun": generic})
    assert (found.price, found.place, found.parts_of_day, found.runs) == (Decimal(121), "Zwolle", ("avond",), ())


def test_a_price_per_module_is_told_as_incomplete() -> None:
    modules = {
        "genericProgramRun": {"genericModule": [{"name": {"nl": "A"}, "cost": [cost()]}, {"name": {"nl": "B"}, "cost": [cost("200.00")]}]}
    }
    found = item(schedule=modules, about={"fullyOnline": True})
    assert (found.price, found.price_complete) == (Decimal(121), False)
    assert not found.is_free


@pytest.mark.parametrize(
    ("fields", "price", "vat"),
    [
        ({"VATPercentage": 21, "amountVAT": "21.00"}, "121", Vat.INCLUDED),
        ({"VATPercentage": 21, "amountVAT": "17.36"}, "100", Vat.INCLUDED),
        ({"VATPercentage": 21, "amountVAT": "121.00"}, "121", Vat.INCLUDED),
        ({"VATPercentage": 0, "amountVAT": "0.00"}, "100", Vat.EXEMPT),
        ({"VATPercentage": None, "amountVAT": None}, "100", Vat.UNKNOWN),
        ({"VATPercentage": 21, "amountVAT": "3.00"}, "100", Vat.UNKNOWN),
    ],
)
def test_the_numbers_tell_what_vat_was_meant(fields: Program, price: str, vat: Vat) -> None:
    found = item(run(cost=[cost("100.00", **fields)]))
    assert (found.price, found.vat) == (Decimal(price), vat)


@pytest.mark.parametrize("rows", [[], [cost(currency="USD")], [cost(), cost(amount="0.00", currency="USD")], [cost(payableBy="group")]])
def test_an_unknown_price_is_not_free(rows: list[Program]) -> None:
    assert item(run(cost=rows)).price is None


def test_nothing_to_pay_is_free() -> None:
    assert item(run(cost=[cost("0.00")])).is_free


def test_amounts_that_are_not_in_force_do_not_count() -> None:
    assert (
        item(run(cost=[cost(), cost("500.00", amountValidFrom="2027-01-01"), cost("500.00", amountValidUntil="2025-12-31")])).price == 121
    )


def test_one_can_begin_at_once_when_the_start_is_direct() -> None:
    found = item(run(startDate={"date": "2026-01-01", "isFinal": True}), admission={"startDateDetermination": "direct start"})
    assert found.runs == (Run(status=RunStatus.OPEN),)


def test_forms_and_online_runs_tell_where_it_is() -> None:
    assert item(about={"fullyOnline": True}).delivery is Delivery.ONLINE
    assert item(run(location=None, fullyOnline=True)).delivery is Delivery.ONLINE
    assert item(about={"programForm": ["e-learning"]}).delivery is Delivery.ONLINE
    assert item(run(), about={"programForm": ["dual"]}).delivery is Delivery.WORKPLACE


def test_hours_of_study_go_before_the_length_in_the_calendar() -> None:
    assert item(run()).minutes is None
    assert item(run(), programCurriculum={"studyLoad": {"program": 12}}).minutes == 720
    assert item(run(), about={"programDuration": {"hours": 3}}).minutes == 180
    assert item(run(), about={"programDuration": {"days": 2}}).minutes == 960


def test_mbo_facets_and_the_whole_it_is_part_of_are_kept() -> None:
    crebo = {"creboRegistration": [{"creboCode": "25", "learningPath": "BBL"}]}
    found = item(
        run(),
        programExternalAcknowledgements=crebo,
        about={"degree": "mbo-certificaat", "programType": "mbo module", "superProgramId": "las"},
    )
    assert (found.learning_path, found.proof, found.kind, found.part_of) == ("bbl", "mbo-certificaat", Kind.OPLEIDING, "school:las")


def test_every_language_of_instruction_is_kept() -> None:
    languages = {"instructionLanguage": [{"languageCode": "en", "percentage": 60}, {"languageCode": "nl", "percentage": 40}]}
    found = item(run(), programCurriculum=languages)
    assert (found.language, found.also_in) == ("en", ("nl",))


def test_what_is_taken_out_of_publication_is_gone() -> None:
    assert isinstance(record_of(program(run(), inPublication=False), None, None, TODAY), Gone)


def test_an_item_expires_with_its_program() -> None:
    assert item(run(), expires="2026-12-31").expires == date(2026, 12, 31)
    assert item(run(), expires="2026-12-31", about={"offeredUntil": "2026-06-30"}).expires == date(2026, 6, 30)
    assert not item(about={"fullyOnline": True, "offeredUntil": "2026-03-01"}).is_available(TODAY)
