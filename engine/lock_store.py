"""One message at a time in each conversation: within this process, and on PostgreSQL across all Rasa processes.

Rasa's own lock looks once a second whether it is its turn, and holds only inside one process; its Redis lock reads and
writes its tickets in two steps, so two processes can both be next, and events vanish without an error.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

import sqlalchemy as sa
from rasa.core.lock import TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, InMemoryLockStore
from rasa.utils.endpoints import EndpointConfig
from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError

SPACE = 0x44757774
"""Keeps our locks apart from what others lock in the same database."""
WAITING = 16
"""Conversations of this process that may wait for another process at once; more wait for a thread."""
MOST_CONNECTIONS = 30
"""Each conversation that is being answered has one; more wait."""

_LOCK = sa.text("SELECT pg_advisory_lock(:space, hashtext(:key))")
_UNLOCK = sa.text("SELECT pg_advisory_unlock(:space, hashtext(:key))")


class ConversationLocks(InMemoryLockStore):
    """A lock store for endpoints.yml: ``url`` is the SQLAlchemy address of the tracker store, which decides how far it reaches."""

    def __init__(self, endpoint_config: EndpointConfig) -> None:
        super().__init__()
        url = endpoint_config.url or ""
        self._across = AdvisoryLocks(url) if url.startswith("postgresql") else None
        self._queues: dict[str, asyncio.Lock] = {}
        self._users: Counter[str] = Counter()

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = LOCK_LIFETIME, wait_time_in_seconds: float = 1
    ) -> AsyncIterator[TicketLock]:
        """Hold the conversation; whoever came first goes first. Nothing is polled, so the times are not used."""
        queue = self._queues.setdefault(conversation_id, asyncio.Lock())
        self._users[conversation_id] += 1
        try:
            async with queue:
                if self._across is None:
                    yield TicketLock(conversation_id)
                else:
                    async with self._across.hold(conversation_id):
                        yield TicketLock(conversation_id)
        finally:
            self._users[conversation_id] -= 1
            if not self._users[conversation_id]:
                del self._users[conversation_id], self._queues[conversation_id]


class AdvisoryLocks:
    """Locks that PostgreSQL keeps for a connection, and takes back when that ends: a killed process blocks nobody."""

    def __init__(self, url: str) -> None:
        self._engine = sa.create_engine(
            url,
            isolation_level="AUTOCOMMIT",
            pool_pre_ping=True,
            pool_use_lifo=True,
            pool_size=5,
            max_overflow=MOST_CONNECTIONS - 5,
            pool_timeout=None,
        )
        # Threads of their own: if those who wait took every thread, whoever holds a lock could not finish and give it back.
        self._waiting = ThreadPoolExecutor(WAITING)

    @asynccontextmanager
    async def hold(self, key: str) -> AsyncIterator[None]:
        """Hold ``key`` against every process that uses the same database; raises sqlalchemy.exc.SQLAlchemyError."""
        loop = asyncio.get_running_loop()
        taking = loop.run_in_executor(self._waiting, self._take, key)
        try:
            connection = await asyncio.shield(taking)
        except asyncio.CancelledError:
            # Whoever asked went away; the lock still comes, and must not stay.
            taking.add_done_callback(lambda done: done.exception() or self._give_back(done.result(), key))
            raise
        try:
            yield
        finally:
            await asyncio.shield(loop.run_in_executor(None, self._give_back, connection, key))

    def _take(self, key: str) -> Connection:
        connection = self._engine.connect()
        connection.execute(_LOCK, {"space": SPACE, "key": key})
        return connection

    def _give_back(self, connection: Connection, key: str) -> None:
        try:
            connection.execute(_UNLOCK, {"space": SPACE, "key": key})
        except SQLAlchemyError:
            connection.invalidate()  # a connection that ends gives up its locks
        finally:
            connection.close()
