"""Rasa's conversations in SQL, in the table of Rasa's own store: sealed, with less work per message and nothing lost in silence.

Of an event the database shows whose conversation it is, what kind of event and when, and nothing of what was said, understood or
answered. What an earlier version stored in plain text is still read, and goes when its time is over.

A conversation that was just used stays in memory, so that a message does not replay it from the first word. Before it is
used again, the database is asked whether it is still what it was: after an erasure, or a message through another process,
it is read again.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, TypeVar

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.events import Event, SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.pool import StaticPool
from sqlalchemy.sql import Select

from engine.sealing import Sealer, SealError

MOST_KEPT = 300
KEPT_FOR = 600.0
"""Seconds in memory after the last message."""
BUSY_TIMEOUT = 10
"""Seconds that SQLite waits for another writer, such as an erasure."""

Result = TypeVar("Result")
_log = logging.getLogger(__name__)

_EVENTS = SQLTrackerStore.SQLEvent.__table__
_OWN = _EVENTS.c.sender_id == sa.bindparam("key")
_STARTED = sa.select([sa.func.max(_EVENTS.c.timestamp)]).where(_OWN, _EVENTS.c.type_name == SessionStarted.type_name).scalar_subquery()
_ALL_SESSIONS = sa.select([_EVENTS.c.data]).where(_OWN).order_by(_EVENTS.c.id)
_LATEST_SESSION = _ALL_SESSIONS.where(sa.or_(_STARTED.is_(None), _EVENTS.c.timestamp >= _STARTED))
_PRINT = sa.select([sa.func.count(), sa.func.max(_EVENTS.c.timestamp)]).where(_OWN)


@dataclass(frozen=True)
class Mark:
    """How far a conversation is stored."""

    here: int
    """Events of this tracker that are in the database."""
    stored: tuple[int, float | None]
    """Number and latest time of everything that the database has of this conversation."""

    def after(self, fresh: list[Event], here: int) -> Mark:
        """Return the mark once ``fresh`` is stored too."""
        number, latest = self.stored
        return Mark(here, (number + len(fresh), max([each.timestamp for each in fresh] + ([latest] if latest else []), default=None)))


class ConversationStore(SQLTrackerStore):
    """A tracker store for endpoints.yml: ``url`` is a SQLAlchemy address, ``secret`` what conversations are sealed with."""

    def __init__(self, host: str, secret: str, **rest: Any) -> None:  # noqa: ANN401  # what Rasa hands to every store
        super().__init__(host=host, **rest)
        self._sealer = Sealer(secret)
        # SQLite answers sooner than a thread could be asked; waiting for PostgreSQL must not hold up other people.
        self._in_thread = self.engine.dialect.name != "sqlite"
        if not self._in_thread:
            self.engine.dispose()
            self.engine = _sqlite(host)
            self.sessionmaker.configure(bind=self.engine)
        self._kept: OrderedDict[str, tuple[float, DialogueStateTracker]] = OrderedDict()

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Return the latest session; None when nothing is stored, or it does not open. Database errors are raised."""
        # Taken out, so that what fails half-way is not found again.
        _, tracker = self._kept.pop(sender_id, (0.0, None))
        if tracker and tracker.mark.stored == await self._ask(partial(_fingerprint, key=sender_id)):
            return tracker
        mark, events = await self._read(sender_id)
        if not events:
            return None
        tracker = DialogueStateTracker.from_dict(sender_id, events, self.domain.slots)
        tracker.mark = mark
        return tracker

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """Return all sessions, for Rasa's own API and commands; None as in ``retrieve``."""
        _, events = await self._read(conversation_id, _ALL_SESSIONS)
        return DialogueStateTracker.from_dict(conversation_id, events, self.domain.slots) if events else None

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store what is new, in one transaction. Database errors are raised."""
        await self.stream_events(tracker)
        mark = getattr(tracker, "mark", None) or (await self._read(tracker.sender_id))[0]
        fresh = list(islice(tracker.events, mark.here, None))
        if fresh:
            rows = [_row(tracker.sender_id, event, self._sealer) for event in fresh]
            await self._ask(lambda connection: connection.execute(_EVENTS.insert(), rows))
        tracker.mark = mark.after(fresh, len(tracker.events))
        self._keep(tracker)

    def _keep(self, tracker: DialogueStateTracker) -> None:
        now = time.monotonic()
        # Reading gives a session from its start; what was built up here may hold more, and then has to be read once.
        starts = [place for place, event in enumerate(tracker.events) if isinstance(event, SessionStarted)]
        if starts == [0]:
            self._kept[tracker.sender_id] = (now, tracker)
        while self._kept and (len(self._kept) > MOST_KEPT or next(iter(self._kept.values()))[0] < now - KEPT_FOR):
            self._kept.popitem(last=False)

    async def _read(self, key: str, which: Select = _LATEST_SESSION) -> tuple[Mark, list[dict[str, Any]]]:
        return await self._ask(partial(_read, key=key, which=which, sealer=self._sealer))

    async def _ask(self, question: Callable[[Connection], Result]) -> Result:
        def answer() -> Result:
            with self.engine.begin() as connection:
                return question(connection)

        return await asyncio.get_running_loop().run_in_executor(None, answer) if self._in_thread else answer()


def _fingerprint(connection: Connection, key: str) -> tuple[int, float | None]:
    return tuple(connection.execute(_PRINT, {"key": key}).one())


def _read(connection: Connection, key: str, which: Select, sealer: Sealer) -> tuple[Mark, list[dict[str, Any]]]:
    stored = _fingerprint(connection, key)
    events = _opened(connection.execute(which, {"key": key}).scalars(), sealer) if stored[0] else []
    return Mark(len(events), stored), events


def _opened(rows: Iterable[str], sealer: Sealer) -> list[dict[str, Any]]:
    try:
        return [json.loads(sealer.open(data)) for data in rows]
    except (SealError, ValueError):
        # Half a conversation would lead to wrong answers. Without one Rasa starts a session, and from then on reads only that.
        _log.error("a conversation starts anew: DUWTJE_SECRET differs from the one it was sealed with, or what was stored has changed")
        return []


def _row(key: str, event: Event, sealer: Sealer) -> dict[str, Any]:
    data = event.as_dict()
    # Rasa's columns for the names of intent and action stay empty: they would tell what the sealed text is about.
    return {"sender_id": key, "type_name": event.type_name, "timestamp": data.get("timestamp"), "data": sealer.seal(json.dumps(data))}


def _sqlite(url: str) -> Engine:
    """One connection that stays open. A commit is safe from a killed process; only a crash of the whole machine can undo the
    last ones, and never half of one (write-ahead log with synchronous=NORMAL)."""
    engine = sa.create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False, "timeout": BUSY_TIMEOUT})

    @sa.event.listens_for(engine, "connect")
    def _(connection: Any, _: object) -> None:  # noqa: ANN401  # the driver's own
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA secure_delete=ON")

    return engine
