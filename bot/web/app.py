"""The web application: chat page, chat socket, and the places where other doors plug in."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from bot.clock import Clock, system_clock
from bot.learners.download import DownloadLinks
from bot.secrets import product_secret
from bot.settings import Settings
from bot.web.background import Background
from bot.web.errors import error_pages
from bot.web.headers import SecurityHeaders
from bot.web.health import health_route
from bot.web.own_data import own_data_routes
from bot.web.pages import page_routes
from bot.web.ports import WebServices
from bot.web.recovery import recovering
from bot.web.rendering import STATIC
from bot.web.socket.server import ChatSocket
from bot.web.widget import Widget


def create_app(
    services: WebServices,
    settings: Settings,
    *,
    routes: Sequence[BaseRoute] = (),
    background: Sequence[Background] = (),
    clock: Clock = system_clock,
) -> Starlette:
    """Return the application. ``routes`` come before ours, ``background`` runs as long as the application."""
    secret = product_secret(settings)
    chat = ChatSocket(services, secret, settings.public_url, clock)
    widget = Widget()

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            for work in (chat.running, recovering(services.conversation), *background):
                await stack.enter_async_context(work())
            yield

    app = Starlette(
        routes=[
            *routes,
            *page_routes(widget, uses_esco=settings.esco_folder is not None),
            widget.route,
            health_route(services, settings),
            *own_data_routes(services.rights, services.nudges, DownloadLinks(secret, settings.address, clock)),
            Mount("/static", StaticFiles(directory=STATIC), name="static"),
            Mount("/socket.io", chat.app),
        ],
        middleware=[Middleware(SecurityHeaders, secure=settings.address.startswith("https://"))],
        exception_handlers=error_pages,
        lifespan=lifespan,
    )
    app.state.chat = chat
    return app
