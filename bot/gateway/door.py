"""Listening on Telegram, inside the web process."""

import asyncio
from contextlib import suppress
from enum import StrEnum

import anyio
import structlog
from telegram.error import BadRequest, TelegramError

from bot.clock import Clock, system_clock
from bot.errors import ConfigurationError, WebhookRefused
from bot.gateway.desk import Desk
from bot.gateway.errands import Errands
from bot.gateway.line import Line
from bot.gateway.menu import Menu
from bot.gateway.polling import Poller
from bot.gateway.ports import TelegramServices
from bot.gateway.waiting import Pause, Waits
from bot.gateway.webhook import PATH, Webhook
from bot.gateway.workers import Workers
from bot.language.saying.texts import Texts, load_texts
from bot.settings import Settings

FINISH_WITHIN = 5.0
"""Seconds that answers under way get when the process stops."""

log = structlog.get_logger()


class DoorState(StrEnum):
    """How listening goes."""

    OFF = "off"
    CONNECTING = "connecting"
    LISTENING = "listening"
    REFUSED = "refused"


class TelegramDoor:
    """Takes in what people on Telegram say. Trouble here never stops the process it runs in."""

    def __init__(
        self,
        services: TelegramServices,
        settings: Settings,
        *,
        texts: Texts | None = None,
        clock: Clock = system_clock,
        pause: Pause = anyio.sleep,
    ) -> None:
        self.state = DoorState.OFF
        self.user_name = ""
        """Of the bot, once connected: people find it at https://t.me/<user_name>."""
        self._services = services
        self._settings = settings
        self._texts = texts or load_texts()
        self._menu = Menu(self._texts)
        self._clock = clock
        self._pause = pause
        self._errands = Errands()
        self._webhook: Webhook | None = None
        self._line: Line | None = None
        self._listening: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to listen and return at once. Without a token nothing happens; a wrong one is logged in one line."""
        token = self._settings.telegram_token
        if not token:
            return
        self.state = DoorState.CONNECTING
        self._line = Line(token.get_secret_value(), self._settings.telegram_api_base)
        workers = Workers(self._services.conversation.work_off, self._line.typing, self._errands, self._pause)
        desk = Desk(self._line, self._services, workers, self._errands, self._texts, self._menu.meanings, self._clock)
        self._webhook = self._webhook_for(desk)
        self._listening = asyncio.create_task(self._listen(self._line, desk))

    async def stop(self) -> None:
        """Stop listening, let answers under way end, give back connections."""
        if self._listening:
            self._listening.cancel()
            with suppress(asyncio.CancelledError):
                await self._listening
        await self._errands.finish(FINISH_WITHIN)
        if self._line:
            await self._line.close()
        self._listening = self._line = self._webhook = None
        self.state = DoorState.OFF

    async def handle_update(self, body: bytes, secret: str | None) -> int:
        """Take in what came by POST on ``/telegram`` with its header X-Telegram-Bot-Api-Secret-Token; returns the HTTP status."""
        return await self._webhook.handle(body, secret) if self._webhook else 404

    async def _listen(self, line: Line, desk: Desk) -> None:
        try:
            await self._connect_patiently(line)
            self.state = DoorState.LISTENING
            log.info("telegram listens", bot=self.user_name, mode=self._settings.telegram_mode)
            if self._webhook is None:
                await Poller(line.updates, desk.receive, self._pause).run()
        except ConfigurationError as error:
            self.state = DoorState.REFUSED
            log.error(self._texts(error.code, detail=error.detail))  # noqa: TRY400  # one clear line, no traceback

    async def _connect_patiently(self, line: Line) -> None:
        waits = Waits(self._pause)
        while True:
            try:
                return await self._connect(line)
            except TelegramError as error:
                await waits.wait_after(error)

    async def _connect(self, line: Line) -> None:
        self.user_name = await line.user_name()
        if self._webhook:
            await self._ask_for_webhook(line, self._webhook.secret)
        else:
            await line.use_polling()
        self._errands.start(line.show_commands(self._menu.entries))

    async def _ask_for_webhook(self, line: Line, secret: str) -> None:
        try:
            await line.use_webhook(f"{(self._settings.public_url or '').rstrip('/')}{PATH}", secret)
        except BadRequest as error:
            raise WebhookRefused(error.message) from error

    def _webhook_for(self, desk: Desk) -> Webhook | None:
        secret = self._settings.telegram_webhook_secret
        if self._settings.telegram_mode == "polling" or secret is None:
            return None
        return Webhook(secret.get_secret_value(), desk.receive)
