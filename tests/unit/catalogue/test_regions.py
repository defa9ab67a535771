import csv

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
    ],
)
def test_a_place_is_found_in_what_people_say(text: str, place: str | None) -> None:
    assert REGIONS.place_in(text) == place


def test_every_region_is_reached_by_at_least_one_place() -> None:
    rows = list(csv.DictReader((FOLDER / "regions.csv").read_text("utf-8").splitlines()))
    assert {row["region"] for row in rows} == REGIONS.codes
    assert len(REGIONS.codes) == 35
    assert len({row["place"] for row in rows}) == len(rows)


def test_a_region_has_a_name() -> None:
    assert REGIONS.name_of("AM11") == "Flevoland"
    assert REGIONS.name_of("AM99") == "AM99"


@given(st.text(max_size=100))
def test_any_text_is_read_without_an_error(text: str) -> None:
    place = REGIONS.place_in(text)
    assert place is None or REGIONS.code_of(place)
