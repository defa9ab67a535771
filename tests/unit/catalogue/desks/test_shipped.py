"""What the shipped desks promise."""

from datetime import date
from pathlib import Path

import pytest

from bot.catalogue.desks.guide import DeskGuide
from bot.catalogue.desks.loading import DATA, load_desks
from bot.catalogue.desks.models import RegionDesk
from bot.catalogue.regions import FOLDER, load_regions
from bot.errors import BadText
from tests.conftest import StoppedClock

REGIONS = load_regions()
DESKS = load_desks(REGIONS.codes)


@pytest.fixture
def guide(clock: StoppedClock) -> DeskGuide:
    return DeskGuide(DESKS, REGIONS, clock)


def test_every_region_has_a_desk_and_there_is_one_for_everybody() -> None:
    assert {each.region for each in DESKS} == {*REGIONS.codes, None}
    assert len(DESKS) == 36


def test_every_gemeente_reaches_the_desk_of_its_region(guide: DeskGuide) -> None:
    names = [line.split(",")[0] for line in (FOLDER / "gemeenten.csv").read_text("utf-8").splitlines()[1:] if not line.startswith('"')]
    assert len(names) > 330
    assert [name for name in names if guide.near(name).desk.region != REGIONS.code_of(name)] == []


@pytest.mark.parametrize("desk", DESKS, ids=lambda each: each.region or "national")
def test_a_desk_tells_where_it_was_read_and_promises_no_address_that_nobody_saw(desk: RegionDesk) -> None:
    assert desk.source
    assert desk.last_verified is None or desk.last_verified <= date(2026, 11, 22)
    assert desk.last_verified or not (desk.address or desk.phone or desk.opening_hours)


def test_an_unknown_place_gets_the_national_entry(guide: DeskGuide) -> None:
    for place in ("Parijs", "", None):
        found = guide.near(place)
        assert (found.desk.region, found.region_name, found.desk.url) == (None, None, "www.werkcentrum.nl")


def test_a_gemeente_that_may_have_changed_region_is_told_with_doubt(guide: DeskGuide) -> None:
    assert not guide.near("Zeewolde").region_is_sure
    assert guide.near("Almere").region_is_sure


def test_a_village_in_no_list_gets_the_desk_of_the_nearest_place_and_hears_that_it_is_a_guess(guide: DeskGuide) -> None:
    found = guide.near("Aagtdorp")
    assert (found.region_name, found.region_is_sure) == ("Noord-Holland Noord", False)


def test_what_nobody_checked_stands_first_and_then_the_oldest(guide: DeskGuide) -> None:
    ages = [each.age_days for each in guide.oldest_first()]
    never = ages.count(None)
    assert ages[:never] == [None] * never
    assert ages[never:] == sorted(ages[never:], reverse=True)
    assert len(ages) == len(DESKS)


def test_half_a_year_later_somebody_has_to_look_again(clock: StoppedClock) -> None:
    groningen = DeskGuide(DESKS, REGIONS, clock)
    assert clock.now.date() == date(2026, 3, 2)
    assert not groningen.near("Groningen").is_stale
    clock.advance(days=100)
    assert groningen.near("Groningen").is_stale


BROKEN = {
    "national:": "national: {name: x, kind: loketje, source: s, last_verified: null}",
    "phone": "national: {name: x, kind: werkcentrum, source: s, last_verified: null, phone: 112}",
    "date": "national: {name: x, kind: werkcentrum, source: s, last_verified: gisteren}",
    "odd": "national: {name: x, kind: werkcentrum, source: s, last_verified: null, telefoon: '1'}",
    "lacks": "national: {name: x}",
    "too much": "AM11: {name: x, kind: werkcentrum, source: s, last_verified: null}",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / DATA.name
    path.write_text(text, "utf-8")
    with pytest.raises(BadText) as problem:
        load_desks((), path)
    assert "national" in str(problem.value) or "AM11" in str(problem.value)
