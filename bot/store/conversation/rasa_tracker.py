"""Rasa's own memory of a conversation, so that taking along, erasing and forgetting reach it too."""

import json
from collections.abc import Collection
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, column, delete, inspect, select, table

from bot.errors import ConfigurationError
from bot.store.database.sealing import Sealer

_events = table("events", column("id"), column("sender_id"), column("timestamp"), column("data"))
"""The table of Rasa's ``SQLTrackerStore``; it exists once Rasa has stored something."""


class RasaTracker:
    """Reads and deletes in the tracker database. A tracker inside the product's own database works too."""

    def __init__(self, engine: Engine, sealer: Sealer) -> None:
        self._engine = engine
        self._sealer = sealer

    def export(self, conversation_key: str, product: Connection) -> list[dict[str, Any]]:
        """Return the events of a conversation as Rasa made them, oldest first, without those that do not open."""
        theirs = select(_events.c.data).where(_events.c.sender_id == conversation_key).order_by(_events.c.id)
        with self._connection(product) as connection:
            rows = connection.scalars(theirs).all() if self._exists(connection) else []
        return [event for data in rows if (event := self._opened(data))]

    def erase(self, conversation_keys: Collection[str], product: Connection) -> int:
        """Delete these conversations; returns events deleted. ``product`` is the open transaction of the product."""
        return self._delete(_events.c.sender_id.in_(conversation_keys), product)

    def forget_before(self, moment: datetime, product: Connection) -> int:
        """Delete events older than ``moment``; returns how many."""
        return self._delete(_events.c.timestamp < moment.timestamp(), product)

    def _delete(self, condition: ColumnElement[bool], product: Connection) -> int:
        with self._connection(product) as connection:
            return connection.execute(delete(_events).where(condition)).rowcount if self._exists(connection) else 0

    def _exists(self, connection: Connection) -> bool:
        return inspect(connection).has_table(_events.name)

    def _opened(self, data: str) -> dict[str, Any] | None:
        try:
            # What an earlier version stored was not sealed.
            event: dict[str, Any] = json.loads(data if data.startswith("{") else self._sealer.open(data))
        except (ConfigurationError, ValueError):
            return None
        return event

    def _connection(self, product: Connection) -> AbstractContextManager[Connection]:
        # A second connection to the same SQLite file would wait for the transaction it is called from.
        return nullcontext(product) if product.engine.url == self._engine.url else self._engine.begin()
