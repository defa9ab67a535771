"""Signs of life of processes in the database."""

from contextlib import suppress
from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.store.tables.nudges import heartbeats


class SqlHeartbeats:
    """Implements ``bot.nudges.ports.HeartbeatRows``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def beat(self, process: str, at: datetime) -> None:
        if self._connection.execute(update(heartbeats).where(heartbeats.c.process == process).values(at=at)).rowcount:
            return
        with suppress(IntegrityError), self._connection.begin_nested():  # another process of that name was first
            self._connection.execute(insert(heartbeats).values(process=process, at=at))

    def at(self, process: str) -> datetime | None:
        return self._connection.scalar(select(heartbeats.c.at).where(heartbeats.c.process == process))
