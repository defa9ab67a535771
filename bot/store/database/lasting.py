"""Transactions that a power failure does not undo.

PostgreSQL has no others. On SQLite an ordinary commit survives the death of every process, and what was committed in the seconds before the
power failed may be gone: waiting for the disk takes longer than all the rest of a turn. Where something leaves the house after the commit
that is no choice: the note that it left has to be there when the power is back.
"""

from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

_LASTING = "lasting"


def lasting(engine: Engine) -> Engine:
    """Return ``engine`` with transactions that are on the disk when they are committed."""
    return engine.execution_options(**{_LASTING: True})


def let_some_last(engine: Engine) -> None:
    """Have SQLite wait for the disk in the transactions that ``lasting`` asks it for, and in no others."""

    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get(_LASTING):
            connection.exec_driver_sql("PRAGMA synchronous=FULL")
            connection.info[_LASTING] = True

    def give_back(connection: DBAPIConnection | None, record: ConnectionPoolEntry) -> None:
        held: dict[Any, Any] = record.info
        if held.pop(_LASTING, False) and connection is not None:
            connection.cursor().execute("PRAGMA synchronous=NORMAL")

    event.listen(engine, "begin", begin)
    event.listen(engine, "checkin", give_back)
