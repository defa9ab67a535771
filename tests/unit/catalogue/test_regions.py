import csv
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.regions import FOLDER, load_regions

REGIONS = load_regions()


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("Zwolle", "AM36"),
        ("zwolle", "AM36"),
        ("ZWOLE", "AM36"),
        ("Den Bosch", "AM27"),
        ("'s-Hertogenbosch", "AM27"),
        ("s hertogenbosch", "AM27"),
        ("Den Haag", "AM21"),
        ("Súdwest-Fryslân", "AM02"),
        ("amsterdm", "AM18"),
        ("Rotterdan", "AM22"),
        ("Best", "AM28"),
        ("Twente", "AM05"),
    ],
)
def test_a_place_has_a_region_however_it_is_spelt(place: str, code: str) -> None:
    assert REGIONS.code_of(place) == code


@pytest.mark.parametrize("place", ["Parijs", "", None, "x", "1234", "de maan"])
def test_an_unknown_place_has_none(place: str | None) -> None:
    assert REGIONS.code_of(place) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("iets met hout in zwolle", "Zwolle"),
        ("cursus lassen omgeving den bosch gratis", "Den Bosch"),
        ("ik woon in capelle aan den ijssel", "Capelle aan den IJssel"),
        ("amsterdam", "Amsterdam"),
        ("het best in best", "Best"),
        ("ik wil beter omgaan met mijn buren", None),
        ("dit is echt het beste", None),
        ("twee huizen verder", None),
        ("in roterdam", "Rotterdam"),
        ("iets met dieren", None),
        ("koken", None),
        ("1315 AB", "Almere"),
        ("1315", "Almere"),
        ("ik woon in 8011ab", "Zwolle"),
        ("iets met hout in 8011", "Zwolle"),
        ("4999", None),
        ("in 1500 stappen leren naaien in Zwolle", "Zwolle"),
    ],
)
def test_a_place_is_found_in_what_people_say(text: str, place: str | None) -> None:
    assert REGIONS.place_in(text) == place


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((FOLDER / name).read_text("utf-8").splitlines()))


def test_there_are_342_gemeenten_in_35_regions_and_each_lies_in_one() -> None:
    gemeenten = rows("gemeenten.csv")
    assert len(gemeenten) == len({row["gemeente"] for row in gemeenten}) == 342
    assert {row["region"] for row in gemeenten} == REGIONS.codes
    assert len(REGIONS.codes) == 35
    assert [row["gemeente"] for row in gemeenten if REGIONS.code_of(row["gemeente"]) != row["region"]] == []


def test_no_name_stands_twice() -> None:
    names = [row["gemeente"] for row in rows("gemeenten.csv")] + [row["place"] for row in rows("regions.csv")]
    assert [name for name in set(names) if names.count(name) > 1] == []


def test_every_gemeente_has_a_postcode_and_no_postcode_lies_in_two() -> None:
    ranges = [(int(row["first"]), int(row["last"]), row["gemeente"]) for row in rows("postcodes.csv")]
    assert {gemeente for *_, gemeente in ranges} == {row["gemeente"] for row in rows("gemeenten.csv")}
    assert all(1000 <= first <= last <= 9999 for first, last, _ in ranges)
    assert [(one, other) for one, other in pairwise(sorted(ranges)) if other[0] <= one[1]] == []


@pytest.mark.parametrize(
    ("postcode", "gemeente"),
    [
        (1012, "Amsterdam"),
        (1315, "Almere"),
        (2511, "Den Haag"),
        (3011, "Rotterdam"),
        (3511, "Utrecht"),
        (4331, "Middelburg"),
        (5211, "Den Bosch"),
        (6211, "Maastricht"),
        (7411, "Deventer"),
        (8011, "Zwolle"),
        (8321, "Urk"),
        (9711, "Groningen"),
        (1000, "Amsterdam"),
        (9999, "Het Hogeland"),
        (4999, None),
        (999, None),
    ],
)
def test_a_postcode_lies_in_a_gemeente(postcode: int, gemeente: str | None) -> None:
    assert REGIONS.gemeente_at(postcode) == gemeente


def test_every_gemeente_of_a_postcode_has_a_region_by_the_name_we_say() -> None:
    named = {REGIONS.gemeente_at(int(row["first"])) for row in rows("postcodes.csv")}
    assert [name for name in named if REGIONS.code_of(name) is None] == []


def test_where_sources_differ_we_are_not_sure_of_the_region() -> None:
    assert not REGIONS.is_sure("Zeewolde")
    assert REGIONS.is_sure("Almere")


def test_a_region_has_a_name() -> None:
    assert REGIONS.name_of("AM11") == "Flevoland"
    assert REGIONS.name_of("AM99") == "AM99"


@given(st.text(max_size=100))
def test_any_text_is_read_without_an_error(text: str) -> None:
    place = REGIONS.place_in(text)
    assert place is None or REGIONS.code_of(place)
