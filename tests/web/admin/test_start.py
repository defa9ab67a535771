"""The start page says how things are and what asks for attention."""

from datetime import timedelta

import pytest

from bot.messages import Address
from bot.nudges.models import DueState
from bot.settings import Settings
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import a_learner
from tests.web.admin.conftest import Browser, Services, words
from tests.web.admin.sending import log_row


def test_an_empty_product_tells_what_is_missing(admin: Browser) -> None:
    said = words(admin.get("/beheer/").text)
    assert "Er is geen duwtje live." in said
    assert "Het aanbod is leeg." in said
    assert "Je gebruikt nog het wachtwoord dat Duwtje maakte." in said


def test_the_warning_about_the_password_goes_when_it_is_changed(admin: Browser, password: str) -> None:
    new = "drie kleine woorden"
    page = admin.submit("/beheer/wachtwoord", {"oud": password, "nieuw": new, "nogmaals": new})
    assert "Je wachtwoord is veranderd." in words(page.text)
    assert "Je gebruikt nog het wachtwoord" not in words(page.text)


def test_every_part_is_shown_with_whether_it_answers(admin: Browser) -> None:
    said = words(admin.get("/beheer/").text)
    assert "Opslag werkt" in said
    assert "Gesprek (Rasa) antwoordt niet" in said
    assert "Klok, die duwtjes verstuurt werkt" in said
    assert "Niet alles werkt." in said
    assert "Telegram staat uit" in said


@pytest.mark.parametrize("settings", [Settings(_env_file=None, rasa_token="x", telegram_token="1:x", rasa_url="http://127.0.0.1:9")])
def test_telegram_is_shown_when_it_is_on(admin: Browser) -> None:
    assert "Telegram staat aan" in words(admin.get("/beheer/").text)


@pytest.mark.usefixtures("live_script")
def test_the_week_is_shown_in_totals(admin: Browser, services: Services, clock: StoppedClock) -> None:
    learner = a_learner()
    with services.store.work() as work:
        work.learners.add(learner, Address("telegram", "1"))
    for days in (1, 2, 6, 8):
        log_row(services.store, learner.id, clock() - timedelta(days=days))
    log_row(services.store, learner.id, clock() - timedelta(hours=1), DueState.UNKNOWN)
    log_row(services.store, learner.id, clock() - timedelta(hours=2), DueState.NOT_SENT)
    said = words(admin.get("/beheer/").text)
    assert "1 duwtje live 3 in 7 dagen verstuurd" in said
    assert "1 keer is niet zeker of een duwtje aankwam." in said
    assert "1 keer lukte versturen niet." in said


@pytest.mark.usefixtures("live_script")
def test_a_draft_waits_on_the_start_page(admin: Browser, services: Services) -> None:
    draft = services.scripts.open("iets-kleins")
    services.scripts.draft({**draft.body, "goal": "Nog niet af"}, based_on=1, by="beheer")
    assert 'href="/beheer/duwtjes/iets-kleins"' in admin.get("/beheer/").text
