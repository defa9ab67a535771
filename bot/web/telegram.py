"""The Telegram door runs in this process: it listens beside the requests, or gets its updates by POST."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.gateway.door import TelegramDoor
from bot.gateway.webhook import LARGEST_UPDATE, PATH
from bot.web.background import Background

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # the name of a header


def telegram_route(door: TelegramDoor) -> Route:
    """Return the route of the webhook; while Telegram is off or polled it answers 404."""

    async def update(request: Request) -> Response:
        body = await _body(request, LARGEST_UPDATE)
        return Response(status_code=await door.handle_update(body, request.headers.get(SECRET_HEADER)))

    return Route(PATH, update, methods=["POST"])


def telegram_listening(door: TelegramDoor) -> Background:
    """Return the work beside the requests."""

    @asynccontextmanager
    async def listening() -> AsyncIterator[None]:
        await door.start()
        try:
            yield
        finally:
            await door.stop()

    return listening


async def _body(request: Request, largest: int) -> bytes:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > largest:
            raise HTTPException(413)
    return bytes(body)
