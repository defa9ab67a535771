"""Goes back to what was left unanswered: after a restart, or because Rasa was away."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import structlog
from anyio import to_thread

from bot.web.background import Background
from bot.web.ports import Conversation

log = structlog.get_logger()

EVERY = 3.0
"""Seconds between two rounds."""


def recovering(conversation: Conversation) -> Background:
    """Return the work beside the requests, for whatever channel a message came from."""

    @asynccontextmanager
    async def working() -> AsyncIterator[None]:
        rounds = asyncio.create_task(_rounds(conversation))
        try:
            yield
        finally:
            rounds.cancel()
            with suppress(asyncio.CancelledError):
                await rounds

    return working


async def _rounds(conversation: Conversation) -> None:
    while True:
        try:
            await to_thread.run_sync(conversation.recover, abandon_on_cancel=True)
        except Exception:  # edge: the next round tries again
            log.exception("recover_failed")
        await asyncio.sleep(EVERY)
