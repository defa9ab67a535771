"""The console in a real browser: accessible, narrow, by keyboard, and without JavaScript."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from bot.learners.tenants import Tenant
from bot.messages import Address
from bot.web.headers import SecurityHeaders
from bot.web.rendering import STATIC
from tests.conftest import StoppedClock
from tests.ports import free_port
from tests.unit.nudges.makers import a_learner
from tests.web.admin.conftest import Services
from tests.web.admin.sending import log_row
from tests.web.conftest import Server
from tests.web.visit import Visit, visit

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("live_script")]

SCRIPT = "/beheer/duwtjes/iets-kleins"
PAGES = (
    "/beheer/aanmelden",
    "/beheer/",
    "/beheer/duwtjes",
    "/beheer/duwtjes?zoek=nergens",
    "/beheer/nieuw-duwtje",
    SCRIPT,
    f"{SCRIPT}/publiceren",
    f"{SCRIPT}/gevolgen",
    f"{SCRIPT}/archiveren",
    f"{SCRIPT}/versies",
    f"{SCRIPT}/versies/1",
    "/beheer/verzendlog",
    "/beheer/verzendlog/1",
    "/beheer/proef",
    "/beheer/aanbod",
    "/beheer/niet-gevonden",
    "/beheer/regelingen",
    "/beheer/loketten",
    "/beheer/wachtwoord",
    "/beheer/duwtjes/bestaat-niet",
)

OVERFLOW = "() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"
SPACIOUS = """
html { font-size: 200% }
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
"""
TOO_SMALL = """() => {
  const tooSmall = (each) => Math.min(each.getBoundingClientRect().width, each.getBoundingClientRect().height) < 24;
  return [...document.querySelectorAll("button, input, select, textarea, summary, nav a, .button")]
    .filter((each) => each.type !== "hidden" && each.checkVisibility())
    .filter((each) => tooSmall(each.type === "checkbox" ? each.closest("label") : each))
    .map((each) => each.outerHTML);
}"""


@pytest.fixture
def console(app: Starlette, services: Services, clock: StoppedClock) -> Iterator[Server]:
    """The console with its style and scripts, a draft and a line in the log."""
    learner = a_learner()
    with services.store.work() as work:
        work.learners.add(learner, Address("telegram", "1"))
        work.tenants.save(Tenant("demo", "Demo"))
    log_row(services.store, learner.id, clock())
    body = dict(services.scripts.open("iets-kleins").body) | {"text": "Je moet nu wat leren. Wil je dat?"}
    services.scripts.draft(body, based_on=1, by="beheer")
    app.router.routes.append(Mount("/static", StaticFiles(directory=STATIC)))
    server = Server(SecurityHeaders(app, secure=False), free_port())  # type: ignore[arg-type]
    yield server
    server.stop()


def sign_in(here: Visit, console: Server, password: str) -> None:
    here.page.goto(f"{console.url}/beheer/aanmelden")
    here.page.get_by_label("Naam").fill("beheer")
    here.page.get_by_label("Wachtwoord", exact=True).fill(password)
    here.page.keyboard.press("Enter")
    expect(here.page.get_by_role("heading", level=1)).to_have_text("Goed dat je er bent")


@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_passes_axe_and_fits(browser: Browser, console: Server, password: str, width: int) -> None:
    with visit(browser, width=width) as here:
        sign_in(here, console, password)
        for page in PAGES:
            here.page.goto(console.url + page)
            assert (page, here.faults()) == (page, [])
            assert (page, here.page.evaluate(OVERFLOW)) == (page, 0)
            assert (page, here.violations) == (page, [])


def test_text_spacing_and_large_text_lose_nothing(browser: Browser, console: Server, password: str) -> None:
    with visit(browser, width=640, bypass_csp=True) as here:
        sign_in(here, console, password)
        for page in PAGES:
            here.page.goto(console.url + page)
            here.page.add_style_tag(content=SPACIOUS)
            assert (page, here.page.evaluate(OVERFLOW)) == (page, 0)


def test_nothing_comes_from_elsewhere(browser: Browser, console: Server, password: str) -> None:
    with visit(browser) as here:
        sign_in(here, console, password)
        here.page.goto(console.url + SCRIPT)
        assert here.hosts == {console.url.removeprefix("http://")}


def test_the_check_follows_what_is_typed_and_is_heard_once(browser: Browser, console: Server, password: str) -> None:
    with visit(browser) as here:
        sign_in(here, console, password)
        here.page.goto(console.url + SCRIPT)
        check = here.page.get_by_role("region", name="Check en voorbeeld")
        expect(check).to_contain_text("klinkt als een plicht")
        here.page.get_by_label("Tekst", exact=True).fill("Wat wil jij vandaag leren?")
        expect(check).to_contain_text("De check vond niets.")
        expect(check.locator(".telegram .bubble")).to_have_text("Wat wil jij vandaag leren?")
        expect(here.page.get_by_role("status")).to_have_text("Check: niets gevonden, dit kan zo")


def test_a_finding_leads_to_its_field_also_when_that_is_folded_away(browser: Browser, console: Server, password: str) -> None:
    with visit(browser) as here:
        sign_in(here, console, password)
        here.page.goto(console.url + SCRIPT)
        first = here.page.get_by_role("group", name="Knop 1")
        first.get_by_label("Dan gaat Duwtje").select_option("stop")
        finding = here.page.get_by_role("link", name="Wat knop 1 doet")
        finding.wait_for()
        first.locator("summary").click()
        finding.click()
        expect(first.get_by_label("Dan gaat Duwtje")).to_be_focused()


def test_leaving_with_typed_text_asks_first(browser: Browser, console: Server, password: str) -> None:
    with visit(browser) as here:
        sign_in(here, console, password)
        here.page.goto(console.url + SCRIPT)
        asked: list[str] = []
        here.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        here.page.get_by_label("Tekst", exact=True).press_sequentially("a")
        here.page.get_by_role("link", name="Start").click()
        here.page.wait_for_url("**/beheer/")
        assert asked == ["beforeunload"]


@pytest.mark.parametrize("java_script", [True, False])
def test_a_text_goes_live_by_keyboard_alone(
    browser: Browser, console: Server, password: str, services: Services, java_script: bool
) -> None:
    with visit(browser, java_script_enabled=java_script) as here:
        sign_in(here, console, password)
        here.page.goto(console.url + SCRIPT)
        text = here.page.get_by_label("Tekst", exact=True)
        text.focus()
        here.page.keyboard.press("Control+a")
        here.page.keyboard.type("Wat wil jij vandaag leren?")
        here.page.get_by_role("button", name="Bewaar en ga naar publiceren").focus()
        here.page.keyboard.press("Enter")
        expect(here.page.get_by_role("heading", level=1)).to_have_text("Publiceren")
        here.page.get_by_role("button", name="Publiceer versie 2").focus()
        here.page.keyboard.press("Enter")
        expect(here.page.get_by_role("status").first).to_contain_text("Gepubliceerd.")
    assert services.scripts.versions("iets-kleins")[0].script.text == "Wat wil jij vandaag leren?"


def test_a_refused_form_puts_the_focus_on_the_summary_and_its_links_on_the_field(browser: Browser, console: Server, password: str) -> None:
    with visit(browser) as here:
        sign_in(here, console, password)
        here.page.goto(f"{console.url}/beheer/nieuw-duwtje")
        here.page.get_by_label("Naam").fill("Iets kleins")
        here.page.get_by_role("button", name="Begin").click()
        summary = here.page.get_by_role("alert")
        expect(summary).to_be_focused()
        assert here.faults() == []
        summary.get_by_role("link", name="Er is al een duwtje met deze naam. Kies een andere.").click()
        expect(here.page.get_by_label("Naam")).to_be_focused()


def test_the_skip_link_is_the_first_stop_and_works(browser: Browser, console: Server, password: str) -> None:
    with visit(browser) as here:
        sign_in(here, console, password)
        here.page.keyboard.press("Tab")
        expect(here.page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
        here.page.keyboard.press("Enter")
        expect(here.page.get_by_role("main")).to_be_focused()


def test_everything_that_is_pressed_is_large_enough(browser: Browser, console: Server, password: str) -> None:
    with visit(browser, width=320) as here:
        sign_in(here, console, password)
        for page in PAGES:
            here.page.goto(console.url + page)
            small = here.page.evaluate(TOO_SMALL)
            assert (page, small) == (page, [])
