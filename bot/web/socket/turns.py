"""Handles conversations beside each other, and each conversation one turn at a time."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from anyio import CapacityLimiter, to_thread

from bot.messages import Address

log = structlog.get_logger()

MOST_AT_ONCE = 64
"""Threads for turns. Each mostly waits for Rasa, so many are cheap, and other work has threads of its own."""

OnTurn = Callable[[Address, bool], Awaitable[None]]
"""Hears that a turn starts (True) and that it ended (False)."""


class Turns:
    """Runs ``work_off`` in a thread when somebody said something, never twice at once for one person."""

    def __init__(self, work_off: Callable[[Address], None], on_turn: OnTurn) -> None:
        self._work_off = work_off
        self._on_turn = on_turn
        self._waiting: set[Address] = set()
        self._tasks: dict[Address, asyncio.Task[None]] = {}
        self._limiter = CapacityLimiter(MOST_AT_ONCE)

    def start(self, address: Address) -> None:
        """See to it that everything this person said until now is handled; returns at once."""
        self._waiting.add(address)
        if address not in self._tasks:
            self._tasks[address] = asyncio.create_task(self._run(address))

    async def finish(self, seconds: float) -> None:
        """Give turns that are under way this long to end. What is left is handled after the next start."""
        if self._tasks:
            await asyncio.wait(list(self._tasks.values()), timeout=seconds)

    async def _run(self, address: Address) -> None:
        try:
            while address in self._waiting:
                self._waiting.discard(address)
                await self._turn(address)
        finally:
            del self._tasks[address]

    async def _turn(self, address: Address) -> None:
        await self._on_turn(address, True)
        try:
            await to_thread.run_sync(self._work_off, address, limiter=self._limiter)
        except Exception:  # edge: one failed turn must not end the others; the message waits in the inbox
            log.exception("turn_failed")
        finally:
            await self._on_turn(address, False)
