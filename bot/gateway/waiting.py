"""How long to wait after something failed."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import anyio
import structlog
from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.errors import TokenRefused

LONGEST_WAIT = 30.0

log = structlog.get_logger()

Pause = Callable[[float], Awaitable[None]]


class Waits:
    """Growing waits: 1 second, 2, 4 … 30."""

    def __init__(self, pause: Pause = anyio.sleep) -> None:
        self._pause = pause
        self._next = 1.0

    async def wait(self) -> None:
        """Wait, and longer the next time."""
        wait, self._next = self._next, min(LONGEST_WAIT, self._next * 2)
        await self._pause(wait)

    async def wait_after(self, error: TelegramError) -> None:
        """Wait as long as ``error`` asks for; raises TokenRefused when no waiting will help."""
        if isinstance(error, InvalidToken):
            raise TokenRefused from error
        log.warning("telegram does not answer", error=error.message)
        if isinstance(error, RetryAfter):
            await self._pause(_seconds(error.retry_after))
        else:
            await self.wait()

    def reset(self) -> None:
        """Begin again with the shortest."""
        self._next = 1.0


def _seconds(wait: int | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else wait
