"""Two people on one script: nobody overwrites the other unseen, on both databases."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.nudges.models import Script
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.web.admin.conftest import Browser, Services, real_services, words
from tests.web.admin.editing import AT, BETTER, live, opened, press, publish, save
from tests.web.admin.forms import form_at


@pytest.fixture
def services(store: Store, clock: StoppedClock, tmp_path: Path) -> Services:
    return real_services(store, clock, tmp_path)


def publish_elsewhere(services: Services, text: str) -> None:
    """Somebody else publishes ``text`` at once."""
    draft = services.scripts.open("iets-kleins")
    version = services.scripts.versions("iets-kleins")[0].version
    mine = draft if services.scripts.list()[0].has_draft else None
    services.scripts.publish({**draft.body, "text": text}, based_on=version, by="ander")
    if mine:
        services.scripts.draft(mine.body, based_on=mine.based_on, by="beheer")


def test_rolling_back_while_somebody_publishes_changes_nothing(admin: Browser, live_script: Script, services: Services) -> None:
    save(admin, opened(admin), text=BETTER)
    publish(admin)
    fields = form_at(admin.get(f"{AT}/versies/1").text, f"{AT}/versies/1")
    publish_elsewhere(services, "Een tekst van een ander. Wat vind je?")
    answer = admin.post(f"{AT}/versies/1", fields)
    assert answer.status_code == 409
    assert "Er is nog niets teruggezet" in words(answer.text)
    assert live(services).version == 3


def test_a_draft_that_somebody_else_overtook_is_kept_and_explained(admin: Browser, live_script: Script, services: Services) -> None:
    save(admin, opened(admin), text=BETTER)
    publish_elsewhere(services, "Een tekst van een ander. Wat vind je?")
    assert "Versie 2 is intussen live." in words(admin.get(AT).text)
    page = admin.get(f"{AT}/publiceren").text
    assert "Iemand was je voor" in words(page)
    assert f'action="{AT}/publiceren"' not in page
    press(admin, f"{AT}/publiceren", f"{AT}/mijn-tekst")
    publish(admin)
    assert (live(services).version, live(services).text) == (3, BETTER)
    assert services.scripts.versions("iets-kleins")[1].script.text == "Een tekst van een ander. Wat vind je?"


def test_publishing_at_the_same_moment_as_somebody_else_publishes_one_and_loses_none(
    admin: Browser, live_script: Script, services: Services
) -> None:
    confirmation = save(admin, opened(admin), text=BETTER, daarna="publiceren").text
    publish_elsewhere(services, "Een tekst van een ander. Wat vind je?")
    answer = admin.post(f"{AT}/publiceren", form_at(confirmation, f"{AT}/publiceren"))
    assert answer.status_code == 409
    assert "Er is nog niets gepubliceerd" in words(answer.text)
    assert live(services).version == 2
    assert services.scripts.open("iets-kleins").body["text"] == BETTER


def test_what_is_published_is_what_the_confirmation_showed(
    admin: Browser, live_script: Script, services: Services, clock: StoppedClock
) -> None:
    confirmation = save(admin, opened(admin), text=BETTER, daarna="publiceren").text
    clock.advance(seconds=5)
    save(admin, opened(admin), text="Iets heel anders. Zin in?")
    answer = admin.post(f"{AT}/publiceren", form_at(confirmation, f"{AT}/publiceren"))
    assert answer.status_code == 409
    assert live(services) == live_script


@pytest.mark.usefixtures("live_script")
def test_two_who_write_at_the_same_time_do_not_overwrite_each_other(
    admin: Browser, open_browser: Callable[..., Browser], password: str, services: Services, clock: StoppedClock
) -> None:
    other = open_browser()
    other.sign_in(password)
    mine, theirs = opened(admin), opened(other)
    save(other, theirs, text="Tekst van de ander. Zin in?")
    clock.advance(seconds=5)
    answer = save(admin, mine, text=BETTER)
    assert answer.status_code == 409
    assert "Je tekst is nog niet bewaard" in words(answer.text)
    assert services.scripts.open("iets-kleins").body["text"] == "Tekst van de ander. Zin in?"
    fields = form_at(answer.text, AT)
    assert fields["text"] == [BETTER]
    save(admin, fields)
    assert services.scripts.open("iets-kleins").body["text"] == BETTER
