"""What an editor sees before a draft goes live: half a year replayed, with it and without."""

from pathlib import Path

import pytest

from bot.nudges.models import Script
from bot.store.work import Store
from bot.web.admin.script_effect import JOURNEY
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import MONDAY, a_script, shelve
from tests.web.admin.conftest import Browser, Services, real_services, words
from tests.web.admin.editing import AT, BETTER, opened, save


@pytest.fixture
def services(store: Store, clock: StoppedClock, tmp_path: Path) -> Services:
    return real_services(store, clock, tmp_path)


def test_the_difference_is_a_table_and_a_drawing(admin: Browser, live_script: Script, services: Services) -> None:
    shelve(services.store, [a_script("ander-duwtje", theme="plannen")], MONDAY)
    save(admin, opened(admin), moment__days=["ma"])
    page = admin.get(f"{AT}/gevolgen").text
    assert "Wat er vaker of minder vaak komt" in page
    assert f"{JOURNEY.people} verzonnen mensen" in words(page)
    assert '<th scope="row"><a href="/beheer/duwtjes/iets-kleins">' in page
    assert page.count("<svg") == 1
    assert "style=" not in page


def test_other_words_alone_change_nothing_in_what_people_get(admin: Browser, live_script: Script, services: Services) -> None:
    save(admin, opened(admin), text=BETTER)
    assert "verandert er niets aan wat mensen krijgen" in words(admin.get(f"{AT}/gevolgen").text)
    assert f"{AT}/gevolgen" in admin.get(f"{AT}/publiceren").text


def test_without_a_draft_or_with_a_broken_one_the_page_says_what_to_do(admin: Browser, live_script: Script, services: Services) -> None:
    assert "Er is geen concept." in words(admin.get(f"{AT}/gevolgen").text)
    save(admin, opened(admin), minutes="veel")
    broken = admin.get(f"{AT}/gevolgen")
    assert broken.status_code == 200
    assert "Het concept is nog niet af." in words(broken.text)


def test_a_script_that_does_not_exist_has_no_page(admin: Browser, live_script: Script) -> None:
    assert admin.get("/beheer/duwtjes/bestaat-niet/gevolgen").status_code == 404
