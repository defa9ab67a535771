"""Signs of life of processes in the database."""

from contextlib import suppress
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.store.tables.nudges import heartbeats


class SqlHeartbeats:
    """Implements ``bot.nudges.ports.HeartbeatRows``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def beat(self, kind: str, name: str, at: datetime) -> None:
        mine = (heartbeats.c.kind == kind) & (heartbeats.c.name == name)
        if self._connection.execute(update(heartbeats).where(mine).values(at=at)).rowcount:
            return
        with suppress(IntegrityError), self._connection.begin_nested():  # another process of that name was first
            self._connection.execute(insert(heartbeats).values(kind=kind, name=name, at=at))

    def latest(self, kind: str, name: str | None = None) -> datetime | None:
        theirs = select(func.max(heartbeats.c.at)).where(heartbeats.c.kind == kind)
        at: datetime | None = self._connection.scalar(theirs if name is None else theirs.where(heartbeats.c.name == name))
        return at

    def forget(self, before: datetime) -> None:
        self._connection.execute(delete(heartbeats).where(heartbeats.c.at < before))
