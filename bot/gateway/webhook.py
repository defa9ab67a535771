"""Updates that Telegram posts to us."""

import json
from collections.abc import Awaitable, Callable
from secrets import compare_digest

import structlog

from bot.gateway.line import RawUpdate

PATH = "/telegram"
LARGEST_UPDATE = 1_000_000
"""Bytes; Telegram's own stay far below."""

log = structlog.get_logger()

Receive = Callable[[RawUpdate], Awaitable[None]]


class Webhook:
    """Lets in only whoever knows the secret. Telegram posts again until it gets a 200."""

    def __init__(self, secret: str, receive: Receive) -> None:
        self.secret = secret
        self._receive = receive

    async def handle(self, body: bytes, secret: str | None) -> int:
        """Return the HTTP status: 200 once the update is stored, 401, 413 or 400 for what is not Telegram's, 503 for try again."""
        if not compare_digest((secret or "").encode("utf-8", "surrogatepass"), self.secret.encode()):
            return 401
        if len(body) > LARGEST_UPDATE:
            return 413
        update = _decoded(body)
        return 400 if update is None else await self._stored(update)

    async def _stored(self, update: RawUpdate) -> int:
        try:
            await self._receive(update)
        except Exception:  # the edge of the process: Telegram will post it again
            log.exception("telegram update not stored", update_id=update["update_id"])
            return 503
        return 200


def _decoded(body: bytes) -> RawUpdate | None:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return update if isinstance(update, dict) and isinstance(update.get("update_id"), int) else None
