"""The console as a browser meets it: over HTTP, on a real store, with a stopped clock."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from html import unescape
from pathlib import Path

import httpx
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from starlette.applications import Starlette
from starlette.routing import Mount

from bot.admins.service import AdminService
from bot.catalogue.demand import DemandService
from bot.catalogue.desks.guide import DeskGuide
from bot.catalogue.desks.loading import load_desks
from bot.catalogue.interests import InterestVocabulary, load_interests
from bot.catalogue.money.guide import MoneyGuide
from bot.catalogue.money.loading import load_schemes
from bot.catalogue.overview import CatalogueOverview
from bot.catalogue.regions import load_regions
from bot.catalogue.source_imports import SourceImports
from bot.catalogue.source_register import SourceRegister
from bot.learners.tenants import Tenant
from bot.nudges.experiment.service import Experiment
from bot.nudges.models import Script
from bot.nudges.sending.delivery_log import DeliveryLog
from bot.nudges.sending.switch import NudgeSwitch
from bot.nudges.simulation.machine import TimeMachine
from bot.nudges.writing.editing import ScriptEditor
from bot.nudges.writing.judging import load_judge
from bot.settings import Settings
from bot.store.work import Store
from bot.web.admin.routes import admin_routes
from tests.conftest import StoppedClock
from tests.unit.catalogue.conftest import make_imports
from tests.unit.nudges.makers import a_script

TAGS = frozenset(load_interests().tags)


@dataclass(frozen=True)
class NoTenants:
    def all(self) -> list[Tenant]:
        return []


@dataclass(frozen=True)
class Services:
    """The real services; only the other processes are played."""

    store: Store
    admins: AdminService
    scripts: ScriptEditor
    deliveries: DeliveryLog
    interests: InterestVocabulary
    source_imports: SourceImports
    overview: CatalogueOverview
    sources: SourceRegister
    nudge_switch: NudgeSwitch
    money: MoneyGuide
    experiment: Experiment
    time_machine: TimeMachine
    desks: DeskGuide
    demand: DemandService
    tenants: NoTenants = NoTenants()

    def is_alive(self, process: str) -> bool:
        return process == "scheduler"


def real_services(store: Store, clock: StoppedClock, folder: Path) -> Services:
    interests = load_interests()
    return Services(
        store,
        AdminService(store.work, clock),
        ScriptEditor(store.work, clock, TAGS, load_judge()),
        DeliveryLog(store.work, clock),
        interests,
        make_imports(store, clock, folder),
        CatalogueOverview(store.work),
        SourceRegister(store.work, clock),
        NudgeSwitch(store.work, clock),
        MoneyGuide(load_schemes(), store.work, clock),
        Experiment(store.work, clock),
        TimeMachine(store.work, clock, TAGS),
        DeskGuide(load_desks(load_regions().codes), load_regions(), clock),
        DemandService(store.work, load_regions(), clock),
    )


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
def services(sqlite_store: Store, clock: StoppedClock, tmp_path: Path) -> Services:
    return real_services(sqlite_store, clock, tmp_path)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    # Nothing listens on port 9.
    return Settings(_env_file=None, DUWTJE_HOME=tmp_path, rasa_url="http://127.0.0.1:9", actions_url="http://127.0.0.1:9")


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


@pytest.fixture
def live_script(services: Services) -> Script:
    """A published script, as it came with the product."""
    script = a_script("iets-kleins")
    with services.store.work() as work:
        work.scripts.publish(script, datetime(2026, 2, 1, 9, tzinfo=UTC), made_by=None)
    return script
