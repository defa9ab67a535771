"""Switches that every process obeys, in the database."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from bot.store.database.upsert import insert_into
from bot.store.tables.nudges import switches

_IS_ON = select(switches.c.is_on).where(switches.c.name == bindparam("asked"))


class SqlSwitches:
    """Implements ``bot.nudges.ports.Switches``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def is_on(self, name: str) -> bool:
        return self._connection.scalar(_IS_ON, {"asked": name}) is not False

    def turn(self, name: str, at: datetime, *, on: bool) -> None:
        row = {"name": name, "is_on": on, "changed_at": at}
        insert = insert_into(self._connection.dialect.name, switches).values(row)
        self._connection.execute(insert.on_conflict_do_update(index_elements=["name"], set_={"is_on": on, "changed_at": at}))

    def hold(self, name: str, now: datetime) -> None:
        untouched = insert_into(self._connection.dialect.name, switches).values(name=name, is_on=True, changed_at=now)
        self._connection.execute(untouched.on_conflict_do_nothing())
        self._connection.execute(select(switches.c.name).where(switches.c.name == name).with_for_update())
