"""The console as a browser meets it: over HTTP, on a real store, with a stopped clock."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from html import unescape

import httpx
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from starlette.applications import Starlette
from starlette.routing import Mount

from bot.admins.service import AdminService
from bot.settings import Settings
from bot.store.work import Store
from bot.web.admin.routes import admin_routes
from tests.conftest import StoppedClock


@dataclass(frozen=True)
class Services:
    admins: AdminService


class Browser:
    """A browser that keeps cookies and fills in the hidden token of the form it looks at."""

    def __init__(self, app: Starlette, portal: BlockingPortal, address: str = "http://duwtje.test") -> None:
        self._portal = portal
        self._client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=address)

    @property
    def cookies(self) -> httpx.Cookies:
        return self._client.cookies

    def get(self, path: str, *, follow: bool = True) -> httpx.Response:
        return self._portal.call(partial(self._client.get, path, follow_redirects=follow))

    def post(self, path: str, fields: dict[str, object], *, follow: bool = True, **more: object) -> httpx.Response:
        return self._portal.call(partial(self._client.post, path, data=fields, follow_redirects=follow, **more))

    def submit(self, page: str, fields: dict[str, object], *, to: str | None = None, follow: bool = True, **more: object) -> httpx.Response:
        token = hidden(self.get(page).text, "formulier")
        return self.post(to or page, {"formulier": token} | fields, follow=follow, **more)

    def sign_in(self, password: str, name: str = "beheer") -> httpx.Response:
        return self.submit("/beheer/aanmelden", {"naam": name, "wachtwoord": password}, follow=False)

    def close(self) -> None:
        self._portal.call(self._client.aclose)


def hidden(html: str, name: str) -> str:
    """Return the value of a hidden field."""
    found = re.search(rf'<input type="hidden" name="{re.escape(name)}" value="([^"]*)"', html)
    assert found, f"no hidden field {name}"
    return unescape(found[1])


def words(html: str) -> str:
    """Return the text of the page's main part as people read it."""
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


@pytest.fixture
def services(sqlite_store: Store, clock: StoppedClock) -> Services:
    return Services(AdminService(sqlite_store.work, clock))


@pytest.fixture
def settings() -> Settings:
    return Settings(_env_file=None)


@pytest.fixture
def app(services: Services, settings: Settings) -> Starlette:
    return Starlette(routes=[Mount("/beheer", routes=admin_routes(services, settings))])


@pytest.fixture
def password(services: Services) -> str:
    first = services.admins.ensure_first()
    assert first
    return first


@pytest.fixture(scope="session")
def portal() -> Iterator[BlockingPortal]:
    with start_blocking_portal() as portal:
        yield portal


@pytest.fixture
def open_browser(app: Starlette, portal: BlockingPortal) -> Iterator[Callable[..., Browser]]:
    """Open as many browsers as a test needs."""
    browsers: list[Browser] = []

    def opened(**options: str) -> Browser:
        browsers.append(Browser(app, portal, **options))
        return browsers[-1]

    yield opened
    for browser in browsers:
        browser.close()


@pytest.fixture
def visitor(open_browser: Callable[..., Browser]) -> Browser:
    """A browser that is not signed in."""
    return open_browser()


@pytest.fixture
def admin(visitor: Browser, password: str) -> Browser:
    """A browser in which ``beheer`` signed in."""
    assert visitor.sign_in(password).status_code == 303
    return visitor
