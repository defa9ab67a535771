"""Rasa's own memory of a conversation, so that erasing and forgetting reach it too."""

from collections.abc import Collection
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Engine, column, delete, inspect, table

_events = table("events", column("sender_id"), column("timestamp"))
"""The table of Rasa's ``SQLTrackerStore``; it exists once Rasa has stored something."""


class RasaTracker:
    """Deletes from the tracker database. A tracker inside the product's own database works too."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def erase(self, conversation_keys: Collection[str], product: Connection) -> int:
        """Delete these conversations; returns events deleted. ``product`` is the open transaction of the product."""
        return self._delete(_events.c.sender_id.in_(conversation_keys), product)

    def forget_before(self, moment: datetime, product: Connection) -> int:
        """Delete events older than ``moment``; returns how many."""
        return self._delete(_events.c.timestamp < moment.timestamp(), product)

    def _delete(self, condition: ColumnElement[bool], product: Connection) -> int:
        with self._connection(product) as connection:
            if not inspect(connection).has_table(_events.name):
                return 0
            return connection.execute(delete(_events).where(condition)).rowcount

    def _connection(self, product: Connection) -> AbstractContextManager[Connection]:
        # A second connection to the same SQLite file would wait for the transaction it is called from.
        return nullcontext(product) if product.engine.url == self._engine.url else self._engine.begin()
