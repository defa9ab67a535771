"""Brings messages from the store to open pages, whoever stored them: this process, or the scheduler."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from anyio import to_thread

from bot.clock import Clock
from bot.web.ports import Conversation
from bot.web.socket.frames import bot_uttered
from bot.web.socket.visitors import Visitors, by_learner

log = structlog.get_logger()

LOOK_EVERY = 0.5
"""Seconds between two looks when nothing wakes the pusher."""

Emit = Callable[[str, dict[str, Any], str], Awaitable[None]]
"""Sends an event with data to one page."""


class Pusher:
    """One task for all pages: looks in the store with one query, and sends every page what it has not received."""

    def __init__(self, conversation: Conversation, visitors: Visitors, emit: Emit, clock: Clock) -> None:
        self._conversation = conversation
        self._visitors = visitors
        self._emit = emit
        self._clock = clock
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Look now: something was stored."""
        self._woken.set()

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            try:
                await self.look()
            except Exception:  # edge: a database that is away for a moment must not end all deliveries
                log.exception("push_failed")
            await self._rest()

    async def look(self) -> None:
        """Send what is new, once."""
        self._woken.clear()
        pages = by_learner(self._visitors)
        if not pages:
            return
        after = {learner_id: min(page.floor for page in open_) for learner_id, open_ in pages.items()}
        replies = await to_thread.run_sync(self._conversation.replies_after, after)
        for learner_id, messages in replies.items():
            for page in pages[learner_id]:
                for message in page.news(messages, self._clock()):
                    await self._emit("bot_uttered", bot_uttered(message), page.sid)

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self._woken.wait(), LOOK_EVERY)
        except TimeoutError:
            return
