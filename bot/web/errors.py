"""What people see when something is not there, or went wrong."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ExceptionHandler

from bot.web.headers import SECURITY_HEADERS
from bot.web.rendering import templates


async def not_possible(request: Request, error: Exception) -> Response:
    """Show a page for a refused request: not found, wrong method and the like."""
    status = error.status_code if isinstance(error, HTTPException) else 400
    template = "not_found.html" if status == 404 else "refused.html"
    return templates.TemplateResponse(request, template, status_code=status)


async def failed(request: Request, error: Exception) -> Response:
    """Show a page for a mistake of ours. It is sent outside all middleware, so it brings its own headers."""
    return templates.TemplateResponse(request, "failed.html", status_code=500, headers=SECURITY_HEADERS)


error_pages: dict[type[Exception] | int, ExceptionHandler] = {HTTPException: not_possible, Exception: failed}
