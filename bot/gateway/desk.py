"""Takes in one update: stores what matters first, then does what belongs to it."""

from contextlib import suppress
from datetime import datetime, timedelta

import anyio
import anyio.to_thread
import structlog
from telegram import Update

from bot.clock import Clock
from bot.errors import DeliveryError, UnknownLearner
from bot.gateway.errands import Errands
from bot.gateway.line import Line, RawUpdate
from bot.gateway.ports import TelegramServices
from bot.gateway.updates import Commands, Event, Left, Pressed, Returned, Said, Unreadable, read_update
from bot.gateway.workers import Workers
from bot.language.saying.texts import Texts
from bot.messages import Address, Incoming

BETWEEN_HINTS = timedelta(seconds=10)
"""An album of ten photos gets one line about photos."""
REPLY_WITHIN = 5.0
"""Seconds in which the buttons that were pressed leave the turn of their chat to the reply."""
CLOSED_AT_ONCE = 16
"""Messages whose buttons are taken away beside each other; each may wait for a turn."""
_MANY_CHATS = 1000

log = structlog.get_logger()


class Desk:
    """Handles updates that come in by polling or by webhook. The same update may come more than once."""

    def __init__(
        self, line: Line, services: TelegramServices, workers: Workers, errands: Errands, texts: Texts, commands: Commands, clock: Clock
    ) -> None:
        self._line = line
        self._services = services
        self._workers = workers
        self._errands = errands
        self._texts = texts
        self._commands = commands
        self._clock = clock
        self._hinted_at: dict[Address, datetime] = {}
        self._closing: set[tuple[Address, int]] = set()
        self._closers = anyio.CapacityLimiter(CLOSED_AT_ONCE)

    async def receive(self, raw: RawUpdate) -> None:
        """Return when nothing of the update can get lost any more; raises whatever the store raises."""
        match self._read(raw):
            case Said(incoming):
                await self._take_in(incoming)
            case Pressed() as pressed:
                self._errands.start(self._line.answer(pressed.query))
                await self._take_press(pressed)
            case Unreadable() as unreadable:
                self._hint(unreadable)
            case Left(address):
                await anyio.to_thread.run_sync(self._services.rights.blocked, address)
            case Returned(address):
                await anyio.to_thread.run_sync(self._welcome_back, address)

    def _read(self, raw: RawUpdate) -> Event | None:
        try:
            update = Update.de_json(dict(raw), None)
            return read_update(update, self._clock(), self._commands)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            # A shape that the library does not know; it will not get better by asking again.
            log.warning("telegram update skipped", update_id=raw.get("update_id"), error=type(error).__name__)
            return None

    async def _take_in(self, incoming: Incoming) -> bool:
        accepted = await anyio.to_thread.run_sync(self._services.conversation.accept, incoming)
        # Also when it came before: perhaps we died between storing and answering it.
        self._workers.wake(incoming.address)
        return accepted

    async def _take_press(self, pressed: Pressed) -> None:
        shown = (pressed.incoming.address, pressed.message_id)
        if shown in self._closing:
            return  # until its buttons are gone a second tap on the same message is a slip
        self._closing.add(shown)
        taken = False
        try:
            taken = await self._take_in(pressed.incoming)
        finally:
            if not taken:
                self._closing.discard(shown)
        if taken:
            self._errands.start(self._close(pressed, shown))

    async def _close(self, pressed: Pressed, shown: tuple[Address, int]) -> None:
        try:
            await self._workers.wait_for_rest(pressed.incoming.address, REPLY_WITHIN)
            await anyio.to_thread.run_sync(self._show_choice, pressed, limiter=self._closers)
        finally:
            self._closing.discard(shown)

    def _show_choice(self, pressed: Pressed) -> None:
        new_text = self._texts("telegram_chosen", text=pressed.text, title=pressed.title) if pressed.text and pressed.title else None
        if self._services.telegram:
            with suppress(DeliveryError):  # a courtesy, and buttons that stay work all the same
                self._services.telegram.close_keyboard(pressed.incoming.address, pressed.message_id, new_text)

    def _hint(self, unreadable: Unreadable) -> None:
        now = self._clock()
        if now - self._hinted_at.get(unreadable.address, now - BETWEEN_HINTS) < BETWEEN_HINTS:
            return
        if len(self._hinted_at) >= _MANY_CHATS:
            self._hinted_at.clear()
        self._hinted_at[unreadable.address] = now
        self._errands.start(self._remark(unreadable.address, self._texts(f"telegram_unreadable_{unreadable.kind}")))

    async def _remark(self, address: Address, text: str) -> None:
        await anyio.to_thread.run_sync(self._services.conversation.remark, address, text)

    def _welcome_back(self, address: Address) -> None:
        try:
            self._services.identity.find(address)
        except UnknownLearner:
            return  # a first visit: the conversation begins with their first word
        self._services.identity.recognise(address)
