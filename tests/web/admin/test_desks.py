"""The desks and their age. The stopped clock says 2 March 2026."""

from dataclasses import replace
from datetime import date

import pytest

from bot.catalogue.desks.guide import DeskGuide
from bot.catalogue.desks.loading import load_desks
from bot.catalogue.regions import load_regions
from tests.conftest import StoppedClock
from tests.web.admin.conftest import Browser, Services, words

SHIPPED = {each.region: each for each in load_desks(load_regions().codes)}


@pytest.fixture
def services(services: Services, clock: StoppedClock) -> Services:
    fresh = replace(SHIPPED["AM11"], phone="036 <b>1</b>", last_verified=date(2026, 2, 28))
    return replace(services, desks=DeskGuide([SHIPPED["AM14"], fresh, SHIPPED["AM24"], SHIPPED[None]], load_regions(), clock))


def test_the_oldest_stand_first_each_with_its_age(admin: Browser) -> None:
    said = words(admin.get("/beheer/loketten").text)
    places = [
        said.index(name) for name in ("Werkcentrum Zeeland", "Werkcentrum regio Amersfoort", "heel Nederland", "Werkcentrum Flevoland")
    ]
    assert places == sorted(places)
    assert "4 loketten, met het landelijke 3 om na te kijken" in said
    assert "28 februari 2026 (2 dagen geleden)" in said
    assert "Zeeland nog niet bekend nooit" in said


def test_what_stands_in_the_file_is_never_markup(admin: Browser) -> None:
    page = admin.get("/beheer/loketten").text
    assert "<b>1" not in page
    assert "&lt;b&gt;1" in page
