"""One HTTP session for the action server instead of a new one, with a new connection, for each call."""

from __future__ import annotations

import asyncio
from weakref import WeakKeyDictionary

import aiohttp
from rasa.utils.endpoints import EndpointConfig

IDLE = 2.0
"""Seconds. Shorter than any action server keeps a silent connection (5), or a call could meet a door that just closed."""


class Kept:
    """Hands out one session and leaves it open."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self.session = session

    async def __aenter__(self) -> aiohttp.ClientSession:
        return self.session

    async def __aexit__(self, *_: object) -> None:
        """Stay open for the next call."""


def apply() -> None:
    """Keep a session for each endpoint and event loop."""
    original = EndpointConfig.session
    kept: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[int, Kept]] = WeakKeyDictionary()

    def session(self: EndpointConfig) -> Kept:
        sessions = kept.setdefault(asyncio.get_running_loop(), {})
        if id(self) not in sessions or sessions[id(self)].session.closed:
            fresh = original(self)
            fresh._connector._keepalive_timeout = IDLE
            sessions[id(self)] = Kept(fresh)
        return sessions[id(self)]

    EndpointConfig.session = session
