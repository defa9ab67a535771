import csv
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.distances import TRAVEL, box, kilometres, load_positions
from bot.catalogue.models import Position
from bot.catalogue.regions import FOLDER, load_regions

REGIONS = load_regions()
POSITIONS = load_positions()
positions = st.builds(Position, st.floats(50.7, 53.6), st.floats(3.3, 7.3))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Utrecht", "Amsterdam", 35),
        ("Groningen", "Maastricht", 270),
        ("Almere", "Lelystad", 24),
        ("Zwolle", "Kampen", 14),
        ("Goes", "Goes", 0),
    ],
)
def test_places_are_as_far_apart_as_on_the_map(one: str, other: str, apart: int) -> None:
    assert kilometres(POSITIONS[one], POSITIONS[other]) == pytest.approx(apart, abs=3)


@given(positions, positions)
def test_there_is_as_far_as_back(one: Position, other: Position) -> None:
    assert kilometres(one, other) == pytest.approx(kilometres(other, one))


@given(positions, positions, st.floats(1, 100))
def test_a_box_holds_everything_within_its_reach(middle: Position, other: Position, reach: float) -> None:
    low, high = box(middle, reach)
    inside = low.latitude <= other.latitude <= high.latitude and low.longitude <= other.longitude <= high.longitude
    assert inside or kilometres(middle, other) > reach


def test_every_place_lies_in_the_netherlands_and_near_the_rest_of_its_region() -> None:
    for place, position in POSITIONS.items():
        assert 50.7 < position.latitude < 53.6, place
        assert 3.3 < position.longitude < 7.3, place
    for code in REGIONS.codes:
        own = {place: position for place, position in POSITIONS.items() if REGIONS.code_of(place) == code}
        middle = Position(
            statistics.median(each.latitude for each in own.values()), statistics.median(each.longitude for each in own.values())
        )
        assert {place for place, position in own.items() if kilometres(middle, position) > 65} == set()


@pytest.mark.parametrize("place", ["Almere", "ALMERE", "Roterdam", "den bosch", "Sneek", "Giethoorn"])
def test_a_place_has_a_position_however_it_is_spelt(place: str) -> None:
    assert REGIONS.position_of(place) is not None


@pytest.mark.parametrize("place", ["Twente", "Friesland", "Parijs", "", None])
def test_a_part_of_the_country_or_an_unknown_place_has_none(place: str | None) -> None:
    assert REGIONS.position_of(place) is None


def test_people_travel_half_an_hour_and_no_further() -> None:
    assert kilometres(POSITIONS["Zwolle"], POSITIONS["Kampen"]) < TRAVEL < kilometres(POSITIONS["Almere"], POSITIONS["Lelystad"])


def test_every_gemeente_has_a_position() -> None:
    with (FOLDER / "gemeenten.csv").open(encoding="utf-8", newline="") as file:
        assert [row["gemeente"] for row in csv.DictReader(file) if REGIONS.position_of(row["gemeente"]) is None] == []
