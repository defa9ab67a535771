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
    return replace(
        services, money=MoneyGuide([SHIPPED["stap"], fresh, SHIPPED["praktijkleren"], SHIPPED["leerbudget"]], services.store.work, clock)
    )


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


def test_what_an_administrator_found_is_kept_with_their_name_and_the_day(admin: Browser) -> None:
    answer = admin.submit("/beheer/regelingen", {"regeling": "leerbudget", "kan": "ja"})
    said = words(answer.text)
    assert "De regeling is nagekeken." in said
    assert "open 2 maart 2026 (0 dagen geleden), door beheer" in said
    assert "4 regelingen 1 om na te kijken" in said


@pytest.mark.parametrize(
    ("scheme", "found", "status"),
    [("stap", "ja", 404), ("bestaat-niet", "ja", 404), ("leerbudget", "misschien", 400), ("leerbudget", "", 400)],
)
def test_what_cannot_be_found_changes_nothing(admin: Browser, services: Services, scheme: str, found: str, status: int) -> None:
    before = services.money.oldest_first()
    assert admin.submit("/beheer/regelingen", {"regeling": scheme, "kan": found}).status_code == status
    assert services.money.oldest_first() == before
