"""The Socket.IO server: events in, events out."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import socketio
import structlog
from anyio import to_thread

from bot.clock import Clock
from bot.messages import Address
from bot.web.ports import WebServices
from bot.web.socket.frames import unstored
from bot.web.socket.origins import OriginPolicy, tenant_of
from bot.web.socket.pusher import Pusher
from bot.web.socket.reception import Reception
from bot.web.socket.sessions import SessionSigner
from bot.web.socket.turns import Turns
from bot.web.socket.visitors import Visitor, Visitors

log = structlog.get_logger()

MAX_FRAME = 64 * 1024
"""Bytes of one frame; whoever sends more is disconnected."""
LEARN_TENANTS_EVERY = 15.0
FINISH_WITHIN = 5.0


class ChatSocket:
    """One per web process. ``app`` is the ASGI application for ``/socket.io``; ``running`` does the work beside it."""

    def __init__(self, services: WebServices, secret: str, public_url: str | None, clock: Clock) -> None:
        self._services = services
        self._clock = clock
        self._origins = OriginPolicy(public_url)
        self._hosts: dict[str, str] = {}
        self._server = socketio.AsyncServer(
            async_mode="asgi", cors_allowed_origins=self._origins, cors_credentials=False, max_http_buffer_size=MAX_FRAME
        )
        self._visitors = Visitors()
        self._turns = Turns(services.conversation.work_off, self._on_turn)
        self._reception = Reception(services, SessionSigner(secret), self._visitors, self._turns, clock)
        self._pusher = Pusher(services.conversation, self._visitors, self._emit, clock)
        self.app = socketio.ASGIApp(self._server)
        for event, handler in self._handlers().items():
            self._server.on(event, handler)

    @property
    def open_pages(self) -> int:
        """How many pages are connected to this process now."""
        return len(self._visitors)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Deliver messages while the block runs; at the end, turns under way get a few seconds."""
        await self._learn_tenants()
        tasks = [asyncio.create_task(work) for work in (self._pusher.run(), self._keep_learning())]
        try:
            yield
        finally:
            await self._turns.finish(FINISH_WITHIN)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def _handlers(self) -> dict[str, Callable[..., Any]]:
        return {
            "connect": self._connect,
            "disconnect": self._disconnect,
            "session_request": self._session_request,
            "user_uttered": self._user_uttered,
        }

    async def _connect(self, sid: str, environ: dict[str, Any], auth: object = None) -> None:
        # Engine.IO asks only about pages that name an origin; an unknown tenant is refused for everyone.
        if not self._origins(environ.get("HTTP_ORIGIN"), environ):
            raise socketio.exceptions.ConnectionRefusedError("origin")
        client = environ["asgi.scope"].get("client")
        self._hosts[sid] = client[0] if client else ""
        self._visitors.join(sid, tenant_of(environ))

    async def _disconnect(self, sid: str, reason: object = None) -> None:
        self._hosts.pop(sid, None)
        self._visitors.part(sid)

    async def _session_request(self, sid: str, data: object = None) -> dict[str, Any]:
        try:
            async with self._visitors[sid].busy:
                session = await self._reception.session(sid, data, self._hosts.get(sid, ""))
        except Exception:  # edge: the page asks again
            log.exception("session_failed")
            session = None
        if session is None:
            return {"session_id": None}
        await self._emit("session_confirm", session["session_id"], sid)
        if address := self._visitors[sid].address:
            await self._send_unstored(address)
        return session

    async def _user_uttered(self, sid: str, data: object = None) -> dict[str, Any]:
        before = self._visitors[sid].session_id
        try:
            async with self._visitors[sid].busy:
                receipt = await self._reception.said(sid, data, self._hosts.get(sid, ""))
        except Exception:  # edge: the page sends it again
            log.exception("message_failed")
            return {"accepted": False, "reason": "busy"}
        session_id = self._visitors[sid].session_id
        if session_id != before:
            await self._emit("session_confirm", session_id, sid)
        return receipt

    async def _on_turn(self, address: Address, started: bool) -> None:
        for visitor in self._visitors.at(address):
            await self._emit("bot_typing", {"on": started}, visitor.sid)
        if started:
            return
        self._pusher.wake()
        await self._send_unstored(address)
        for visitor in self._visitors.at(address):
            await self._show_out_if_erased(visitor)

    async def _show_out_if_erased(self, visitor: Visitor) -> None:
        async with visitor.busy:
            if visitor.address and not await self._reception.find_learner(visitor):
                visitor.leave()
                await self._emit("session_ended", {}, visitor.sid)

    async def _send_unstored(self, address: Address) -> None:
        """Show what nobody keeps, while a page is there to show it."""
        pages = self._visitors.at(address)
        for message in self._services.mailbox.take_unstored(address) if pages else ():
            for visitor in pages:
                await self._emit("bot_uttered", unstored(message, self._clock()), visitor.sid)

    async def _emit(self, event: str, data: object, sid: str) -> None:
        await self._server.emit(event, data, to=sid)

    async def _keep_learning(self) -> None:
        while True:
            await asyncio.sleep(LEARN_TENANTS_EVERY)
            try:
                await self._learn_tenants()
            except Exception:  # edge: what was allowed before stays allowed
                log.exception("tenants_unreadable")

    async def _learn_tenants(self) -> None:
        self._origins.learn(await to_thread.run_sync(self._services.tenants.all))
