"""Answering: one conversation at a time per chat, chats beside each other."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

import anyio
import anyio.to_thread
import structlog

from bot.gateway.errands import Errands
from bot.gateway.waiting import Pause
from bot.messages import Address

CHATS_AT_ONCE = 16
TRY_AGAIN_AFTER = (1.0, 5.0, 25.0)
"""Seconds between the tries when answering fails for a reason of our own, such as a database that restarts."""

log = structlog.get_logger()

WorkOff = Callable[[Address], None]
WhileWorking = Callable[[str], AbstractAsyncContextManager[None]]


class Workers:
    """Works off waiting messages in threads. Made and used on one event loop."""

    def __init__(self, work_off: WorkOff, while_working: WhileWorking, errands: Errands, pause: Pause = anyio.sleep) -> None:
        self._work_off = work_off
        self._while_working = while_working
        self._errands = errands
        self._pause = pause
        self._limiter = anyio.CapacityLimiter(CHATS_AT_ONCE)
        self._busy: dict[Address, anyio.Event] = {}
        self._again: set[Address] = set()

    def wake(self, address: Address) -> None:
        """Something waits from ``address``: work it off, after what is being worked on there."""
        if address in self._busy:
            self._again.add(address)
            return
        self._busy[address] = anyio.Event()
        self._errands.start(self._work(address))

    async def wait_for_rest(self, address: Address, seconds: float) -> None:
        """Return when nothing of ``address`` is worked on, after ``seconds`` at the latest."""
        if address in self._busy:
            with anyio.move_on_after(seconds):
                await self._busy[address].wait()

    async def _work(self, address: Address) -> None:
        try:
            await self._work_once(address)
            while address in self._again:
                self._again.discard(address)
                await self._work_once(address)
        finally:
            self._busy.pop(address).set()
            self._again.discard(address)

    async def _work_once(self, address: Address) -> None:
        for wait in (*TRY_AGAIN_AFTER, None):
            try:
                async with self._while_working(address.value):
                    await anyio.to_thread.run_sync(self._work_off, address, limiter=self._limiter, abandon_on_cancel=True)
            except Exception:  # the edge of the process: nothing may stop the others
                log.exception("telegram answer failed", again_in=wait)
                if wait is not None:
                    await self._pause(wait)
            else:
                return
