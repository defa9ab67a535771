"""The page with a person's own data in a real browser."""

import pytest
from playwright.sync_api import Browser

from bot.clock import system_clock
from bot.learners.download import DownloadLinks
from bot.settings import Settings
from tests.web.conftest import Server
from tests.web.twins import TwinServices
from tests.web.visit import visit

pytestmark = pytest.mark.browser


@pytest.fixture
def link(site: Server, settings: Settings, services: TwinServices) -> str:
    services.rights.data["somebody"] = {
        "learners": [{"wish": "lassen", "interests": ["hout"]}],
        "messages": [{"direction": "in", "text": f"een lang woord: {'hottentotten' * 9}", "at": "2026-03-02T09:30:00+00:00"}] * 9,
    }
    assert settings.secret is not None
    return DownloadLinks(settings.secret.get_secret_value(), site.url, system_clock).make("somebody")


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_is_cut_off(browser: Browser, link: str, width: int) -> None:
    with visit(browser, width=width) as here:
        here.page.goto(link)
        assert here.faults() == []
        here.page.locator("summary").click()
        assert here.faults() == []
        assert here.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_long_list_opens_with_the_keyboard(browser: Browser, link: str) -> None:
    with visit(browser) as here:
        here.page.goto(link)
        words = here.page.get_by_text("een lang woord").first
        assert not words.is_visible()
        here.page.locator("summary").focus()
        here.page.keyboard.press("Enter")
        words.wait_for()
