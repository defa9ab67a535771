"""The widget on a page of an employer, in a real browser."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, expect

from bot.learners.tenants import Tenant
from bot.settings import Settings
from tests.web.conftest import Serve, Server
from tests.web.twins import HELLO, TwinServices
from tests.web.visit import Visit, visit

pytestmark = pytest.mark.browser

PATH = "/demo/werkgever"
LAUNCHER = "Iets leren?"


def opened(here: Visit, site: Server) -> None:
    here.page.goto(site.url + PATH)
    here.page.get_by_role("button", name=LAUNCHER).click()
    here.wait_for(HELLO)


def test_before_opening_there_is_no_storage_and_no_traffic_but_the_page_and_the_script(browser: Browser, site: Server) -> None:
    with visit(browser) as here:
        here.page.goto(site.url + PATH)
        here.page.get_by_role("button", name=LAUNCHER).wait_for()
        here.page.wait_for_timeout(1_000)
        paths = {url.removeprefix(site.url) for url in here.requests}
        assert paths == {PATH, "/static/employer.css", "/static/duwtje.svg", "/widget.js"}
        assert here.stored == [0, 0, ""]


def test_the_chat_works_under_the_strict_policy(browser: Browser, site: Server) -> None:
    with visit(browser) as here:
        opened(here, site)
        assert here.stored == [0, 0, ""]
        here.say("hoi")
        here.wait_for("Je zei: hoi")
        assert here.violations == []
        assert here.hosts == {site.url.removeprefix("http://")}


def test_it_opens_closes_and_gives_the_focus_back_by_keyboard(browser: Browser, site: Server) -> None:
    with visit(browser) as here:
        here.page.goto(site.url + PATH)
        launcher = here.page.get_by_role("button", name=LAUNCHER)
        launcher.focus()
        here.page.keyboard.press("Enter")
        expect(here.page.get_by_role("dialog", name="Duwtje")).to_be_visible()
        expect(here.page.get_by_label("Typ je bericht")).to_be_focused()
        here.page.keyboard.press("Escape")
        expect(here.page.get_by_role("dialog", name="Duwtje")).to_have_count(0)
        expect(launcher).to_be_focused()
        launcher.press("Enter")
        here.page.get_by_role("button", name="Sluiten").click()
        expect(launcher).to_be_focused()


def test_the_focus_is_always_visible(browser: Browser, site: Server) -> None:
    with visit(browser) as here:
        opened(here, site)
        for _ in range(8):
            here.page.keyboard.press("Tab")
            width = here.page.evaluate(
                """() => { const host = document.activeElement; const inside = host.shadowRoot?.activeElement ?? host;
                     return getComputedStyle(inside).outlineWidth; }"""
            )
            assert width == "3px"


def test_on_a_small_screen_the_page_behind_is_out_of_reach(browser: Browser, site: Server) -> None:
    with visit(browser, width=320, height=640) as here:
        opened(here, site)
        box = here.page.get_by_role("dialog", name="Duwtje").bounding_box()
        assert box == {"x": 0, "y": 0, "width": 320, "height": 640}
        places = set()
        for _ in range(15):
            here.page.keyboard.press("Tab")
            places.add(here.page.evaluate("() => document.activeElement.localName"))
        assert places <= {"duwtje-chat", "body"}  # body: the browser's own buttons have their turn
        here.page.keyboard.press("Escape")
        expect(here.page.get_by_role("button", name=LAUNCHER)).to_be_focused()


def test_on_a_wide_screen_the_page_stays_usable(browser: Browser, site: Server) -> None:
    with visit(browser) as here:
        opened(here, site)
        here.page.get_by_role("link", name="Roosters").click()
        assert here.page.url.endswith("#roosters")
        expect(here.page.get_by_role("dialog", name="Duwtje")).to_be_visible()


def test_a_message_that_comes_in_while_closed_is_counted_on_the_button(browser: Browser, site: Server, services: TwinServices) -> None:
    with visit(browser) as here:
        opened(here, site)
        here.page.keyboard.press("Escape")
        learner = next(iter(services.identity.known.values()))
        services.conversation.say(learner.id, "Een duwtje")
        expect(here.page.get_by_role("status").filter(has_text="1 nieuw bericht")).to_be_visible()
        services.conversation.say(learner.id, "Nog een duwtje")
        expect(here.page.get_by_role("status").filter(has_text="2 nieuwe berichten")).to_be_visible()
        here.page.get_by_role("button", name=LAUNCHER).click()
        here.wait_for("Nog een duwtje")
        here.page.keyboard.press("Escape")
        expect(here.page.get_by_text("nieuwe berichten")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_closed_or_open(browser: Browser, site: Server, width: int) -> None:
    with visit(browser, width=width) as here:
        here.page.goto(site.url + PATH)
        here.page.get_by_role("button", name=LAUNCHER).wait_for()
        assert here.faults() == []
        here.page.get_by_role("button", name=LAUNCHER).click()
        here.wait_for(HELLO)
        here.say("hoi")
        here.wait_for("Je zei: hoi")
        assert here.faults() == []


def test_the_employer_page_does_not_scroll_sideways(browser: Browser, site: Server) -> None:
    with visit(browser, width=320, height=640) as here:
        here.page.goto(site.url + PATH)
        assert here.page.evaluate("() => document.documentElement.scrollWidth") == 320


@pytest.fixture
def elsewhere(site_address: str) -> Iterator[str]:
    """A page of somebody else, on an origin of its own, with a content policy that allows our address only."""
    policy = f"default-src 'none'; script-src {site_address}; connect-src {site_address} {site_address.replace('http', 'ws')}"
    script = f'<script src="{site_address}/widget.js" data-tenant="fabriek" async></script>'
    body = f'<!doctype html><html lang="nl"><title>Elders</title><h1>Elders</h1>{script}'

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name that http.server calls
            self.send_response(200 if self.path == "/" else 204)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            if self.path == "/":
                self.wfile.write(body.encode())

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def site_address(settings: Settings) -> str:
    return f"http://127.0.0.1:{settings.port}"


def test_on_an_origin_that_the_tenant_allows_the_chat_works(
    browser: Browser, services: TwinServices, settings: Settings, serve: Serve, elsewhere: str
) -> None:
    services.tenants.tenants.append(Tenant("fabriek", "Fabriek", (elsewhere,)))
    serve(services, settings)
    with visit(browser) as here:
        here.page.goto(elsewhere)
        here.page.get_by_role("button", name=LAUNCHER).click()
        here.wait_for(HELLO)
        here.say("hoi")
        here.wait_for("Je zei: hoi")
    assert {learner.tenant for learner in services.identity.known.values()} == {"fabriek"}


def test_on_any_other_origin_the_chat_stays_without_a_connection(
    browser: Browser, services: TwinServices, settings: Settings, serve: Serve, elsewhere: str
) -> None:
    services.tenants.tenants.append(Tenant("fabriek", "Fabriek", ("https://another.example",)))
    serve(services, settings)
    with visit(browser) as here:
        here.page.goto(elsewhere)
        here.page.get_by_role("button", name=LAUNCHER).click()
        expect(here.page.get_by_text("Er is geen verbinding")).to_be_visible()
    assert services.conversation.heard == []


def test_a_message_typed_without_connection_waits_and_arrives_once(
    browser: Browser, services: TwinServices, settings: Settings, serve: Serve
) -> None:
    site = serve(services, settings)
    with visit(browser) as here:
        opened(here, site)
        site.stop()
        expect(here.page.get_by_text("Er is geen verbinding")).to_be_visible()
        here.say("komt dit aan?")
        expect(here.page.get_by_text("Nog niet verstuurd")).to_be_visible()
        serve(services, settings)
        here.page.locator(".words", has_text="Je zei: komt dit aan?").wait_for(timeout=30_000)
        expect(here.page.get_by_text("Nog niet verstuurd")).to_have_count(0)
        expect(here.page.get_by_text("Er is geen verbinding")).to_have_count(0)
        assert here.words().count("komt dit aan?") == 1
    assert [incoming.text for incoming in services.conversation.heard].count("komt dit aan?") == 1
    assert len(services.identity.known) == 1


def test_a_nudge_of_the_time_without_connection_comes_after_all(
    browser: Browser, services: TwinServices, settings: Settings, serve: Serve
) -> None:
    site = serve(services, settings)
    with visit(browser) as here:
        opened(here, site)
        site.stop()
        expect(here.page.get_by_text("Er is geen verbinding")).to_be_visible()
        learner = next(iter(services.identity.known.values()))
        services.conversation.say(learner.id, "Ik wachtte op je")
        serve(services, settings)
        here.page.locator(".words", has_text="Ik wachtte op je").wait_for(timeout=30_000)
        assert here.words() == [HELLO, "Ik wachtte op je"]
