"""Turns a template and its values into a response that a browser may not misuse."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.admins.models import Session
from bot.language.saying.texts import Texts
from bot.web.admin.formats import filters

TEMPLATES = Path(__file__).parent.parent / "templates"
BASE = "/beheer"
START = "/"
"""The start page, below ``BASE``."""
# No inline script or style anywhere: what an editor types can never run.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "connect-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Pages:
    """Renders the templates of the console."""

    def __init__(self, texts: Texts, static: str = "/static") -> None:
        self.texts = texts
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self._templates.filters.update(filters(texts))
        self._templates.globals.update(texts=texts, base=BASE, static=static)

    def show(self, request: Request, template: str, *, session: Session | None = None, status: int = 200, **values: object) -> Response:
        """Return the page ``admin/<template>.html``."""
        values |= {"session": session, "path": request.url.path, "done": self._done(request)}
        html = self._templates.get_template(f"admin/{template}.html").render(values)
        return HTMLResponse(html, status, HEADERS)

    def _done(self, request: Request) -> str | None:
        """The line that says what just happened; the address holds only its key."""
        key = f"admin_done_{request.query_params.get('gedaan', '')}"
        return self.texts(key) if key in self.texts else None


def go_to(path: str, *, done: str | None = None) -> Response:
    """Send the browser to ``path`` below the console, and say there what was ``done``."""
    address = BASE + path
    if done:
        address += f"{'&' if '?' in address else '?'}gedaan={done}"
    return RedirectResponse(address, 303, HEADERS)
