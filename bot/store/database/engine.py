"""Connections to SQLite or PostgreSQL that behave alike."""

import time
from sqlite3 import Connection as SqliteConnection
from sqlite3 import OperationalError

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from bot.store.database.lasting import let_some_last
from bot.store.database.writing_turns import take_turns

BUSY_TIMEOUT_MS = 10_000
BETWEEN_TRIES = 0.02
"""Seconds."""
CACHE_KB = 8_000
"""Pages that a connection keeps: as many as a batch of nudges changes among a hundred thousand people. SQLite keeps 2 MB by itself."""
MOST_LOGGED_PAGES = 4_000
"""Pages in the write-ahead log (16 MB) before they go to the file: what changes again meanwhile goes there once."""


def make_engine(url: str) -> Engine:
    """Return an engine for ``url``; SQLite gets write-ahead logging and honest transactions."""
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, pool_size=10, max_overflow=20)
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000})
    event.listen(engine, "connect", _prepare_sqlite)
    let_some_last(engine)  # first: how safe a transaction is can only be said before it begins
    take_turns(engine)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    assert isinstance(connection, SqliteConnection)
    # The driver's own transaction handling would start a transaction too late for a claim to be atomic.
    connection.isolation_level = None
    _switch_to_write_ahead(connection)
    bounds = (f"busy_timeout={BUSY_TIMEOUT_MS}", f"cache_size=-{CACHE_KB}", f"wal_autocheckpoint={MOST_LOGGED_PAGES}")
    for pragma in ("synchronous=NORMAL", "foreign_keys=ON", "secure_delete=ON", *bounds):
        connection.execute(f"PRAGMA {pragma}")


def _switch_to_write_ahead(connection: SqliteConnection) -> None:
    """Needed once in the life of a file; SQLite does not wait by itself when two connections want to do it first."""
    give_up_at = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except OperationalError:
            if time.monotonic() > give_up_at:
                raise
            time.sleep(BETWEEN_TRIES)
        else:
            return
