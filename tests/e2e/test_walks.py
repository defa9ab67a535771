"""The four walks of docs/architecture.md, with real processes, on SQLite and on PostgreSQL."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.bootstrap import Services
from bot.clock import system_clock
from bot.learners.models import Learner
from bot.messages import Address
from bot.settings import Settings
from tests.browser import chromium
from tests.e2e.product import Product, command
from tests.fakes.telegram_server import FakeTelegram
from tests.fakes.telegram_state import ShownMessage

pytestmark = [pytest.mark.engine, pytest.mark.browser]


class ShiftedClock:
    """The machine's clock, which the processes next door have too, ahead by as much as a test asks for."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        return system_clock() + self._ahead

    def move_to(self, moment: datetime) -> None:
        self._ahead = moment - system_clock()


@pytest.fixture
def clock() -> ShiftedClock:
    return ShiftedClock()


@pytest.fixture
def beside(product: Product, home: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, clock: ShiftedClock) -> Services:
    """The services of the running product, in this process and on a clock of our own."""
    for name, value in {**environment, "DUWTJE_HOME": str(home)}.items():
        monkeypatch.setenv(name, value)
    return Services(Settings(), clock)


def awaits_button(telegram: FakeTelegram, chat: int, title: str) -> ShownMessage:
    return telegram.until(lambda: next((message for message in telegram.messages(chat) if title in message.titles), None))


def greet(telegram: FakeTelegram, chat: int) -> None:
    """Come in, and wait until the bot asked its first question."""
    telegram.says(chat, "/start")
    telegram.awaits(chat, "digitale hulp, geen mens")
    awaits_button(telegram, chat, "Weet ik niet")


def somebody_who_wants_nudges(telegram: FakeTelegram, services: Services, chat: int) -> Learner:
    greet(telegram, chat)
    learner = services.identity.find(Address("telegram", str(chat)))
    services.profile.choose_nudges(learner.id, every_days=7)
    return learner


def nudge_is_due(services: Services, clock: ShiftedClock, learner: Learner) -> None:
    """Move our clock to just after the moment of the next nudge."""
    upcoming = services.nudges.next_for(learner.id)
    assert upcoming is not None
    assert upcoming.at is not None
    clock.move_to(upcoming.at + timedelta(minutes=1))


def test_a_worker_finds_something_small_plans_it_and_says_yes_to_nudges(product: Product, telegram: FakeTelegram, beside: Services) -> None:
    greet(telegram, 1001)
    telegram.says(1001, "iets met hout")
    suggestions = telegram.awaits(1001, "Omdat je")
    assert "hout" in suggestions.text.lower()
    telegram.says(1001, "de tweede")
    awaits_button(telegram, 1001, "In de pauze")
    telegram.presses(1001, "In de pauze")
    awaits_button(telegram, 1001, "Ja, graag")
    telegram.presses(1001, "Ja, graag")
    awaits_button(telegram, 1001, "1 keer per week")
    telegram.presses(1001, "1 keer per week")
    awaits_button(telegram, 1001, "Pauze")
    telegram.presses(1001, "Pauze")
    telegram.awaits(1001, "Afgesproken")

    learner = beside.identity.find(Address("telegram", "1001"))
    plan = beside.plans.newest(learner.id)
    assert (learner.wish, learner.nudges.state, learner.nudges.every_days) == ("iets met hout", "on", 7)
    assert plan is not None
    assert "pauze" in plan.moment


def test_the_same_conversation_works_on_the_page(product: Product) -> None:
    with chromium() as browser:
        page = browser.new_page()
        page.goto(product.url)
        page.get_by_text("digitale hulp, geen mens").first.wait_for()
        page.get_by_role("textbox").fill("beter leren lezen")
        page.keyboard.press("Enter")
        page.get_by_text(re.compile("Omdat je")).first.wait_for()
        page.get_by_role("button", name="1", exact=True).click()
        page.get_by_role("button", name="In de pauze").click()
        page.get_by_text(re.compile("duwtje sturen")).first.wait_for()


def test_a_due_nudge_arrives_once_and_can_be_answered(
    product: Product, telegram: FakeTelegram, beside: Services, clock: ShiftedClock
) -> None:
    learner = somebody_who_wants_nudges(telegram, beside, 1002)
    before = len(telegram.messages(1002))
    nudge_is_due(beside, clock, learner)
    beside.nudges.send_due()
    beside.nudges.send_due()
    nudges = telegram.messages(1002)[before:]
    assert len(nudges) == 1
    assert len(nudges[0].titles) >= 2

    telegram.presses(1002, nudges[0].titles[0])
    telegram.until(lambda: telegram.messages(1002)[before + 1 :])
    assert any(line.answered for line in beside.deliveries.page())


def test_a_nudge_goes_out_on_command(product: Product, telegram: FakeTelegram, home: Path, environment: dict[str, str]) -> None:
    greet(telegram, 1003)
    before = len(telegram.messages(1003))
    done = command(home, "nudge", "send-now", "--at-any-hour", "--to", "telegram:1003", **environment)
    assert done.returncode == 0, done.stderr
    assert len(telegram.messages(1003)) == before + 1


def test_what_an_administrator_publishes_is_what_arrives(
    product: Product, telegram: FakeTelegram, beside: Services, clock: ShiftedClock
) -> None:
    learner = somebody_who_wants_nudges(telegram, beside, 1004)
    nudge_is_due(beside, clock, learner)
    planned = next(line for line in beside.deliveries.page() if line.ended_at is None)
    password = re.split(r"wachtwoord |\s", product.await_line("Eerste inlog").split("wachtwoord ")[1])[0]
    with chromium() as browser:
        page = browser.new_page()
        page.goto(f"{product.url}/beheer")
        page.get_by_label("Naam").fill("beheer")
        page.get_by_label("Wachtwoord").fill(password)
        page.get_by_role("button", name="Aanmelden").click()
        page.goto(f"{product.url}/beheer/duwtjes/{planned.script_id}")
        page.locator("textarea").first.fill("Een nieuwe tekst van de beheerder. Heb je even tijd?")
        page.get_by_role("button", name="Bewaar en ga naar publiceren").click()
        page.get_by_role("button", name=re.compile("Publiceer versie 2")).click()
        page.get_by_text("Versie 2").first.wait_for()

    assert not any("nieuwe tekst van de beheerder" in message.text for message in telegram.messages(1004))
    for _ in range(2):  # the first tick takes away what was planned with the old version
        nudge_is_due(beside, clock, learner)
        beside.nudges.send_due()
    assert any(line.reason == "script_changed" for line in beside.deliveries.page())


def test_an_imported_item_is_the_next_suggestion(
    product: Product, telegram: FakeTelegram, home: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    greet(telegram, 1005)
    file = tmp_path / "aanbod.csv"
    file.write_text(
        "id;soort;titel;samenvatting;thema;onderwerpen;trefwoorden;eerste_stap;eerste_stap_minuten;waar;prijs;minuten\n"
        "glas;leerplek;Glas blazen bij Jan;Je blaast zelf een klein glas. Jan laat zien hoe het moet.;experiment;creatief;"
        "glasblazen, glas blazen;Bekijk een foto van geblazen glas.;2;werk;gratis;30\n",
        "utf-8",
    )
    done = command(home, "import", "csv", str(file), **environment)
    assert "Opgenomen: 1" in done.stdout, done.stdout + done.stderr
    telegram.says(1005, "ik wil leren glasblazen")
    telegram.awaits(1005, "Glas blazen bij Jan")
