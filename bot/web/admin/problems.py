"""Pages for requests that cannot be answered as asked."""

from collections.abc import Awaitable, Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.errors import UnknownScript
from bot.web.admin.pages import Pages

Endpoint = Callable[[Request], Awaitable[Response]]

_PROBLEMS = {403: "stale_form", 404: "unknown", 413: "too_large"}


def explained(pages: Pages, endpoint: Endpoint) -> Endpoint:
    """Return ``endpoint`` with a readable page for each error that it may raise."""

    async def safe(request: Request) -> Response:
        try:
            return await endpoint(request)
        except UnknownScript:
            return pages.show(request, "problem", status=404, problem="unknown")
        except HTTPException as error:
            return pages.show(request, "problem", status=error.status_code, problem=_PROBLEMS.get(error.status_code, "bad_form"))

    return safe
