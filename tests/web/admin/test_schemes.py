"""The schemes and their age. The stopped clock says 2 March 2026."""

from dataclasses import replace
from datetime import date

import pytest

from bot.catalogue.money.guide import MoneyGuide
from bot.catalogue.money.loading import load_schemes
from tests.conftest import StoppedClock
from tests.web.admin.conftest import Browser, Services, words

SHIPPED = {each.id: each for each in load_schemes()}


@pytest.fixture
def services(services: Services, clock: StoppedClock) -> Services:
    fresh = replace(SHIPPED["slim"], last_verified=date(2026, 2, 28), verified_by="<b>Noor</b>")
    return replace(services, money=MoneyGuide([SHIPPED["stap"], fresh, SHIPPED["praktijkleren"], SHIPPED["leerbudget"]], clock))


def test_the_oldest_stand_first_each_with_its_age(admin: Browser) -> None:
    said = words(admin.get("/beheer/regelingen").text)
    places = [said.index(name) for name in ("Leerbudget", "Subsidie praktijkleren", "SLIM-regeling", "STAP-budget")]
    assert places == sorted(places)
    assert "4 regelingen 2 om na te kijken" in said
    assert "weet ik niet zeker 8 juni 2021 (1.728 dagen geleden)" in said
    assert "open 28 februari 2026 (2 dagen geleden)" in said
    assert "gestopt op 1 januari 2024 nooit" in said


def test_what_stands_in_the_file_is_never_markup(admin: Browser) -> None:
    page = admin.get("/beheer/regelingen").text
    assert "<b>Noor" not in page
    assert "&lt;b&gt;Noor" in page
