"""The unit of work: every repository on one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from bot.store.sealing import Sealer


class SqlWork:
    """All repositories, sharing one transaction. Never call the network while one is open: SQLite has one writer."""

    def __init__(self, connection: Connection, sealer: Sealer) -> None:
        self.connection = connection


class Store:
    """Opens units of work."""

    def __init__(self, engine: Engine, sealer: Sealer) -> None:
        self.engine = engine
        self._sealer = sealer

    @contextmanager
    def work(self) -> Iterator[SqlWork]:
        """Open a transaction; commit when the block ends well, roll back on an exception."""
        with self.engine.begin() as connection:
            yield SqlWork(connection, self._sealer)
