"""Pages that anybody may read."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.rendering import templates
from bot.web.widget import Widget

STRICT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)
"""What a careful employer sets: no inline style, no inline script, no markup made by script."""


def page_routes(widget: Widget, *, uses_esco: bool) -> list[Route]:
    """Return the routes of the public pages. ``uses_esco``: its licence asks to name it."""

    async def privacy(request: Request) -> Response:
        return templates.TemplateResponse(request, "privacy.html", {"uses_esco": uses_esco})

    async def employer(request: Request) -> Response:
        headers = {"Content-Security-Policy": STRICT_POLICY}
        return templates.TemplateResponse(request, "employer.html", {"integrity": widget.integrity}, headers=headers)

    return [
        Route("/", _plain("chat.html"), name="chat"),
        Route("/demo/werkgever", employer, name="employer"),
        Route("/privacy", privacy, name="privacy"),
        Route("/toegankelijkheid", _plain("accessibility.html"), name="accessibility"),
    ]


def _plain(template: str) -> Callable[[Request], Awaitable[Response]]:
    async def page(request: Request) -> Response:
        return templates.TemplateResponse(request, template)

    return page
