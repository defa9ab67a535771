"""Work that goes on while the next update comes in."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import structlog

log = structlog.get_logger()


class Errands:
    """Runs tasks beside each other; one that fails is logged and bothers nobody."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin ``work`` and return at once."""
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._ended)

    async def finish(self, within: float) -> None:
        """Give what runs ``within`` seconds, then cancel it."""
        if not self._running:
            return
        _, late = await asyncio.wait(set(self._running), timeout=within)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("telegram errand failed", error=type(error).__name__, exc_info=error)
