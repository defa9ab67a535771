"""SQLite has one writer, and who waits for it may be passed over again and again: threads of one process take turns before they ask."""

import threading
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

PATIENCE_SECONDS = 30.0
"""Then SQLite itself is asked, which says what is wrong."""
_MINE = "writing turn"


def take_turns(engine: Engine) -> None:
    """Let a transaction on ``engine`` begin at once, as a writer, when no other thread has one; it ends with its connection."""
    turn = threading.Lock()

    def begin(connection: Connection) -> None:
        if not connection.info.get(_MINE):
            connection.info[_MINE] = turn.acquire(timeout=PATIENCE_SECONDS)
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    def give_back(_: DBAPIConnection, record: ConnectionPoolEntry) -> None:
        held: dict[Any, Any] = record.info
        if held.pop(_MINE, False):
            turn.release()

    event.listen(engine, "begin", begin)
    event.listen(engine, "checkin", give_back)
