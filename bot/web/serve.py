"""Runs the web application in this process."""

import uvicorn

from bot.settings import Settings
from bot.web.app import create_app
from bot.web.ports import WebServices
from bot.web.socket.server import MAX_FRAME

END_WITHIN = 8
"""Seconds that open connections get when the process must end."""


def serve(services: WebServices, settings: Settings) -> None:
    """Serve until a signal ends it. One process: open pages are known to the process they are connected to."""
    uvicorn.run(
        create_app(services, settings),
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        ws_max_size=MAX_FRAME,
        timeout_graceful_shutdown=END_WITHIN,
    )
