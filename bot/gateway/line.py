"""The connection to the Bot API on which we listen, and the small courtesies that belong to listening."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any, cast
from urllib.parse import urlencode

from telegram import Bot, BotCommand
from telegram.constants import ChatAction
from telegram.error import InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.gateway.updates import WANTED

POLL_SECONDS = 25
TYPING_AFTER = 0.5
"""Seconds before "typt …" is shown; most answers are faster."""
TYPING_AGAIN = 4.0
"""Telegram hides it after five seconds."""

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")

RawUpdate = Mapping[str, Any]


class Line:
    """Everything the door asks of Telegram. Methods raise TelegramError; courtesies may fail unseen."""

    def __init__(self, token: str, api_base: str) -> None:
        self._request = HTTPXRequest(read_timeout=20, pool_timeout=5)
        self._polling = HTTPXRequest(read_timeout=POLL_SECONDS + 10, pool_timeout=5)
        self._bot = Bot(token, base_url=f"{api_base.rstrip('/')}/bot", request=self._request, get_updates_request=self._polling)

    async def user_name(self) -> str:
        """Return the bot's own user name; proves that Telegram accepts the token."""
        if not _TOKEN.fullmatch(self._bot.token):
            raise InvalidToken
        return (await self._bot.get_me()).username or ""

    async def show_commands(self, commands: Sequence[tuple[str, str]]) -> None:
        """Courtesy: fill the menu of the chat with (command, description)."""
        with suppress(TelegramError):
            await self._bot.set_my_commands([BotCommand(name, description) for name, description in commands])

    async def use_polling(self) -> None:
        """Let updates wait for ``updates``; those that wait already stay."""
        await self._bot.delete_webhook(drop_pending_updates=False)

    async def use_webhook(self, url: str, secret: str) -> None:
        """Let Telegram post updates to ``url``; those that wait already stay."""
        await self._bot.set_webhook(url, secret_token=secret, allowed_updates=WANTED, drop_pending_updates=False)

    async def updates(self, offset: int | None) -> Sequence[RawUpdate]:
        """Wait for updates from ``offset``; Telegram forgets the ones before it."""
        query = {"timeout": POLL_SECONDS, "allowed_updates": json.dumps(WANTED)} | ({"offset": offset} if offset else {})
        # Bot.get_updates gives up on a whole batch, and logs what people wrote, when one update has an unexpected shape.
        return cast("Sequence[RawUpdate]", await self._polling.post(f"{self._bot.base_url}/getUpdates?{urlencode(query)}"))

    async def answer(self, query: str) -> None:
        """Courtesy: end the spinner on a pressed button."""
        with suppress(TelegramError):
            await self._bot.answer_callback_query(query)

    @asynccontextmanager
    async def typing(self, chat: str) -> AsyncIterator[None]:
        """Courtesy: show that we are busy for as long as the block takes."""
        sign = asyncio.create_task(self._keep_typing(chat))
        try:
            yield
        finally:
            sign.cancel()

    async def close(self) -> None:
        """Give back the connections."""
        await self._request.shutdown()
        await self._polling.shutdown()

    async def _keep_typing(self, chat: str) -> None:
        await asyncio.sleep(TYPING_AFTER)
        while True:
            with suppress(TelegramError):
                await self._bot.send_chat_action(chat, ChatAction.TYPING)
            await asyncio.sleep(TYPING_AGAIN)
