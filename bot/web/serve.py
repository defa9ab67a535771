"""Runs everything that listens: chat, console and Telegram, in this one process."""

from typing import Protocol

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount

from bot.dialogue.service import ConversationService
from bot.gateway.door import TelegramDoor
from bot.gateway.ports import TelegramServices
from bot.learners.identity import Identity
from bot.learners.rights import RightsService
from bot.settings import Settings
from bot.web.admin.routes import admin_routes
from bot.web.admin.services import ConsoleServices
from bot.web.app import create_app
from bot.web.ports import WebServices
from bot.web.socket.server import MAX_FRAME
from bot.web.telegram import telegram_listening, telegram_route

END_WITHIN = 8
"""Seconds that open connections get when the process must end."""


class DoorServices(WebServices, ConsoleServices, TelegramServices, Protocol):
    """What all doors of this process use together."""

    @property
    def conversation(self) -> ConversationService: ...
    @property
    def identity(self) -> Identity: ...
    @property
    def rights(self) -> RightsService: ...


def assemble(services: DoorServices, settings: Settings) -> Starlette:
    """Return the application with every door plugged in."""
    telegram = TelegramDoor(services, settings)
    return create_app(
        services,
        settings,
        routes=[Mount("/beheer", routes=admin_routes(services, settings)), telegram_route(telegram)],
        background=[telegram_listening(telegram)],
    )


def serve(services: DoorServices, settings: Settings) -> None:
    """Serve until a signal ends it. One process: open pages are known to the process they are connected to."""
    uvicorn.run(
        assemble(services, settings),
        host=settings.host,
        port=settings.port,
        log_config=None,
        log_level="warning",  # a line with an address for every visitor is nobody's business
        access_log=False,
        proxy_headers=False,
        server_header=False,
        ws_max_size=MAX_FRAME,
        timeout_graceful_shutdown=END_WITHIN,
    )
