"""What an editor does on the page of one script."""

import httpx

from bot.nudges.models import Script
from tests.web.admin.conftest import Browser, Services
from tests.web.admin.forms import Fields, form_at

AT = "/beheer/duwtjes/iets-kleins"
BETTER = "Wat lukte er deze week? Een klein ding is genoeg."


def opened(browser: Browser) -> Fields:
    return form_at(browser.get(AT).text, AT)


def save(browser: Browser, fields: Fields, *, follow: bool = True, **changes: str | list[str]) -> httpx.Response:
    return browser.post(AT, fields | {name.replace("__", "."): value for name, value in changes.items()}, follow=follow)


def press(browser: Browser, page: str, action: str) -> httpx.Response:
    """Press the button of the form to ``action`` on ``page``."""
    return browser.post(action, form_at(browser.get(page).text, action))


def publish(browser: Browser) -> httpx.Response:
    return press(browser, f"{AT}/publiceren", f"{AT}/publiceren")


def live(services: Services) -> Script:
    return services.scripts.versions("iets-kleins")[0].script
