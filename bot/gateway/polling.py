"""Fetching updates ourselves. Telegram forgets an update only after it was stored here."""

from collections.abc import Awaitable, Callable, Sequence

import anyio
import structlog
from telegram.error import TelegramError

from bot.gateway.line import RawUpdate
from bot.gateway.waiting import Pause, Waits

PATIENCE = 3
"""Tries of an update that cannot be stored before those behind it are tried too."""

log = structlog.get_logger()

Fetch = Callable[[int | None], Awaitable[Sequence[RawUpdate]]]
Receive = Callable[[RawUpdate], Awaitable[None]]


class Poller:
    """Fetches updates and hands them over, in order, for ever.

    An update that cannot be stored holds up the ones behind it, because usually the store is away. When one behind it does
    go through, the fault is in the update itself, and it is given up.
    """

    def __init__(self, fetch: Fetch, receive: Receive, pause: Pause = anyio.sleep) -> None:
        self._fetch = fetch
        self._receive = receive
        self._waits = Waits(pause)
        self._offset: int | None = None
        self._failing: int | None = None
        self._tries = 0

    async def run(self) -> None:
        """Poll until cancelled; raises TokenRefused when Telegram does not know us (any more)."""
        while True:
            try:
                await self._take_in(await self._fetch(self._offset))
            except TelegramError as error:
                await self._waits.wait_after(error)
            except Exception:  # the edge of the process: whatever Telegram answers, listening goes on
                log.exception("telegram polling failed")
                await self._waits.wait()

    async def _take_in(self, updates: Sequence[RawUpdate]) -> None:
        stored, failed = await self._store(updates, past_failures=self._tries >= PATIENCE)
        if failed is None:
            self._waits.reset()
            self._offset = stored[-1] + 1 if stored else self._offset
        elif self._tries >= PATIENCE and stored and failed == self._failing:
            log.error("telegram update given up", update_id=failed)
            self._offset, self._failing, self._tries = failed + 1, None, 0
        else:
            self._tries = self._tries + 1 if failed == self._failing else 1
            self._offset = self._failing = failed
            await self._waits.wait()

    async def _store(self, updates: Sequence[RawUpdate], *, past_failures: bool) -> tuple[list[int], int | None]:
        """Return the ids that are stored, and the first that is not."""
        stored: list[int] = []
        failed: int | None = None
        for update in updates:
            if await self._stored(update):
                stored.append(update["update_id"])
            elif failed is None:
                failed = update["update_id"]
            if failed is not None and not past_failures:
                break
        return stored, failed

    async def _stored(self, update: RawUpdate) -> bool:
        try:
            await self._receive(update)
        except Exception:  # the edge of the process: one update may not stop the others
            log.exception("telegram update not stored", update_id=update["update_id"])
            return False
        return True
