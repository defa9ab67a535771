"""A visit with a real browser that remembers everything that should not happen."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.node_tools import node_modules

LISTEN_FOR_VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective + " " + event.blockedURI));
"""
STORED = "() => [localStorage.length, sessionStorage.length, document.cookie]"


class Visit:
    """One browser with its own storage, and one open page."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.requests: list[str] = []
        self.errors: list[str] = []
        context.add_init_script(LISTEN_FOR_VIOLATIONS)
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.set_default_timeout(30_000)
        self.page = self.open()

    def open(self) -> Page:
        """Open a new page in the same browser; it becomes the page of the visit."""
        self.page = self.context.new_page()
        self.page.on("websocket", lambda socket: self.requests.append(socket.url))
        return self.page

    @property
    def hosts(self) -> set[str]:
        """Every host that was asked for anything."""
        return {urlsplit(url).netloc for url in self.requests}

    @property
    def violations(self) -> list[str]:
        """What the content policy had to stop."""
        found: list[str] = self.page.evaluate("() => window.violations")
        return found

    @property
    def stored(self) -> list[Any]:
        """How many things lie in both storages, and the cookies."""
        found: list[Any] = self.page.evaluate(STORED)
        return found

    def words(self, place: Locator | None = None) -> list[str]:
        """Return what both sides said, as shown."""
        return (place or self.page).locator(".words").all_inner_texts()

    def wait_for(self, text: str) -> None:
        """Wait until somebody said ``text``."""
        self.page.locator(".words", has_text=text).last.wait_for()

    def say(self, text: str) -> None:
        """Type ``text`` and send it."""
        self.page.get_by_label("Typ je bericht").fill(text)
        self.page.keyboard.press("Enter")

    def faults(self) -> list[str]:
        """Return what axe finds wrong with the page, shadow roots included."""
        self.page.evaluate((node_modules() / "axe-core" / "axe.min.js").read_text("utf-8"))
        found: list[str] = self.page.evaluate(
            """async () => (await axe.run()).violations.map(
                 (fault) => fault.id + ": " + fault.nodes.map((node) => node.target.join(" ")).join(", "))"""
        )
        return found


@contextmanager
def visit(browser: Browser, *, width: int = 1280, height: int = 800, **options: Any) -> Iterator[Visit]:  # noqa: ANN401  # passed on
    """Visit with a window of this size; afterwards no script failed and no policy was broken."""
    context = browser.new_context(viewport={"width": width, "height": height}, locale="nl-NL", **options)
    made = Visit(context)
    yield made
    assert made.errors == []
    if options.get("java_script_enabled", True):
        assert made.violations == []
    context.close()
