"""Every trap of schema.org courses, each with a page made for it."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bot.catalogue.importers.schemaorg import SchemaOrg
from bot.catalogue.models import Delivery, Item, Run, RunStatus, Vat
from tests.unit.catalogue.importers.conftest import TODAY, all_of

PAGE = "https://school.voorbeeld.nl/cursussen"


def course(**changes: object) -> dict[str, Any]:
    instance = {"startDate": "2026-04-01", "location": "Zwolle", "courseMode": "onsite"}
    return {
        "@context": "https://schema.org",
        "@type": "Course",
        "name": "Lassen",
        "description": "Je last <b>staal</b>.",
        "provider": {"@type": "Organization", "name": "Voorbeeldschool", "url": "https://school.voorbeeld.nl"},
        "url": "/lassen",
        "hasCourseInstance": instance,
        **changes,
    }


def page(*blocks: object) -> str:
    scripts = "".join(
        f'<script type="application/ld+json">{each if isinstance(each, str) else json.dumps(each)}</script>' for each in blocks
    )
    return f"<!doctype html><html><head><script>var x = 1</script>{scripts}</head><body><p>Hallo</p></body></html>"


def items(*blocks: object) -> list[Item]:
    taken = all_of(SchemaOrg(page(*blocks), PAGE, TODAY))
    assert taken.refused == []
    return list(taken.items.values())


def item(**changes: object) -> Item:
    (found,) = items(course(**changes))
    return found


def instance(**changes: object) -> dict[str, object]:
    return {"@type": "CourseInstance", "startDate": "2026-04-01", "location": "Zwolle", **changes}


def test_a_course_with_one_instance_without_a_type_and_a_bare_location_is_an_item() -> None:
    found = item()
    assert (found.title, found.summary, found.place, found.delivery) == ("Lassen", "Je last staal.", "Zwolle", Delivery.ONSITE)
    assert found.url == "https://school.voorbeeld.nl/lassen"
    assert found.provider is not None
    assert (found.provider.name, found.runs) == ("Voorbeeldschool", (Run(date(2026, 4, 1), place="Zwolle"),))
    assert found.price is None


def test_several_blocks_and_a_graph_are_read_and_a_broken_block_is_told() -> None:
    graph = {
        "@context": "https://schema.org",
        "@graph": [course(name="Een", courseCode="1"), {"@type": "WebPage"}, course(name="Twee", courseCode="2")],
    }
    taken = all_of(SchemaOrg(page("{kapot,}", graph, [course(name="Drie", courseCode="3")]), PAGE, TODAY))
    assert [found.title for found in taken.items.values()] == ["Een", "Twee", "Drie"]
    assert [(row.line, row.code) for row in taken.refused] == [(1, "import_broken_block")]


def test_a_list_of_courses_on_a_page_is_read() -> None:
    listed = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": course(courseCode=str(n))} for n in range(3)]}
    assert len(items(listed)) == 3


def test_references_by_id_are_followed() -> None:
    graph = [
        course(provider={"@id": "#school"}, hasCourseInstance={"@id": "#keer"}),
        {"@id": "#school", "@type": "Organization", "name": "School"},
        instance(**{"@id": "#keer"}),
    ]
    (found,) = items({"@graph": graph})
    assert found.provider is not None
    assert (found.provider.name, found.place) == ("School", "Zwolle")


@pytest.mark.parametrize(
    ("offer", "price", "vat"),
    [
        ({"price": "250", "priceCurrency": "EUR"}, Decimal(250), Vat.UNKNOWN),
        ({"price": 0}, Decimal(0), Vat.INCLUDED),
        ({"price": "€ 1.250,00"}, Decimal(1250), Vat.UNKNOWN),
        ([{"price": "300"}, {"price": 200}], Decimal(200), Vat.UNKNOWN),
        ({"lowPrice": "99.50"}, Decimal("99.50"), Vat.UNKNOWN),
        ({"priceSpecification": {"price": 100, "valueAddedTaxIncluded": False}}, Decimal(100), Vat.EXCLUDED),
        ({"priceSpecification": {"price": 100, "valueAddedTaxIncluded": True}}, Decimal(100), Vat.INCLUDED),
    ],
)
def test_prices_of_every_shape_are_read(offer: object, price: Decimal, vat: Vat) -> None:
    found = item(offers=offer)
    assert (found.price, found.vat) == (price, vat)


def test_a_run_that_is_over_or_cancelled_gives_no_price_and_no_place() -> None:
    free = {"offers": {"price": "0"}, "location": "Maastricht"}
    past = instance(**free, **{"startDate": "2020-01-01"})
    cancelled = instance(**free, eventStatus="EventCancelled")
    found = item(hasCourseInstance=[past, cancelled, instance(offers={"price": "995"})])
    assert (found.price, found.place) == (Decimal(995), "Zwolle")
    assert item(hasCourseInstance=past).price is None


@pytest.mark.parametrize(
    "over", [{"validThrough": "2026-03-01"}, {"priceValidUntil": "2026-03-01"}, {"validFrom": "2026-03-03"}, {"availability": "SoldOut"}]
)
def test_an_offer_that_is_not_in_force_is_no_price(over: dict[str, str]) -> None:
    assert item(offers=[{"price": "0", **over}, {"price": "995"}]).price == Decimal(995)


@pytest.mark.parametrize("offer", [None, {}, {"price": ""}, {"price": "100", "priceCurrency": "USD"}, "gratis?"])
def test_an_unknown_price_is_not_free(offer: object) -> None:
    assert item(offers=offer).price is None


def test_what_is_accessible_for_free_is_free() -> None:
    assert item(isAccessibleForFree=True).is_free
    assert item(isAccessibleForFree="https://schema.org/True").is_free
    assert not item(isAccessibleForFree=False).is_free


def test_a_cancelled_and_a_full_run_are_no_runs_to_begin() -> None:
    cancelled = instance(eventStatus="https://schema.org/EventCancelled")
    sold_out = instance(offers={"price": 10, "availability": "https://schema.org/SoldOut"})
    nothing_left = instance(remainingAttendeeCapacity=0)
    found = item(hasCourseInstance=[cancelled, sold_out, nothing_left, instance(offers={"availability": "InStock"})])
    assert [run.status for run in found.runs] == [RunStatus.CANCELLED, RunStatus.FULL, RunStatus.FULL, RunStatus.OPEN]


@pytest.mark.parametrize(
    ("changes", "delivery"),
    [
        ({"courseMode": "online", "location": None}, Delivery.ONLINE),
        ({"courseMode": ["E-learning"], "location": None}, Delivery.ONLINE),
        ({"courseMode": "Klassikaal"}, Delivery.ONSITE),
        ({"courseMode": "blended"}, Delivery.ONSITE),
        ({"courseMode": "iets anders"}, Delivery.ONSITE),
        ({"eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode", "location": None}, Delivery.ONLINE),
        ({"location": {"@type": "VirtualLocation", "url": "https://x.nl"}}, Delivery.ONLINE),
    ],
)
def test_free_text_about_where_it_is_is_understood(changes: dict[str, object], delivery: Delivery) -> None:
    assert item(hasCourseInstance=instance(**changes)).delivery is delivery


def test_a_place_with_an_address_and_coordinates_is_read() -> None:
    place = {
        "@type": "Place",
        "address": {"addressLocality": "Almere", "postalCode": "1315 AB"},
        "geo": {"latitude": "52.37", "longitude": 5.2},
    }
    found = item(hasCourseInstance=instance(location=place))
    assert (found.place, found.postcode, found.region) == ("Almere", "1315", "AM11")
    assert found.position is not None
    assert found.position.latitude == 52.37


def test_workload_and_schedule_tell_how_long_it_takes() -> None:
    assert item(timeRequired="PT22H").minutes == 1320
    assert item(hasCourseInstance=instance(courseWorkload="PT2H30M")).minutes == 150
    assert item(hasCourseInstance=instance(courseSchedule={"duration": "PT3H", "repeatCount": 4})).minutes == 720
    assert item(timeRequired="P1Y").minutes is None


def test_languages_keywords_level_and_proof_are_read() -> None:
    found = item(
        inLanguage=["nl-NL", {"@type": "Language", "name": "English"}],
        keywords="metaal, staal",
        educationalLevel="HBO",
        educationalCredentialAwarded={"name": "Certificate"},
    )
    assert (found.language, found.also_in, found.keywords, found.level, found.proof) == (
        "nl",
        ("en",),
        ("metaal", "staal"),
        "hbo",
        "certificaat",
    )


def test_a_course_keeps_its_id_between_imports_whatever_it_is_made_of() -> None:
    assert item(courseCode="LAS-1").source_id == "LAS-1"
    assert item(**{"@id": "https://x.nl/1"}).source_id == item(**{"@id": "https://x.nl/1"}, name="Anders").source_id
    assert item(url=None).source_id != item(url=None, name="Anders").source_id


def test_json_ld_without_a_page_is_read_too() -> None:
    assert len(all_of(SchemaOrg("\ufeff" + json.dumps(course(url=PAGE)), None, TODAY)).items) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html><script type='application/ld+json'>",
        "[" * 50_000,
        page({"@type": "Course"}),
        page({"@type": "Course", "name": {"a": []}, "offers": [[[]]]}),
    ],
)
def test_nonsense_gives_reasons_and_no_crash(text: str) -> None:
    assert not all_of(SchemaOrg(text, PAGE, TODAY)).items
