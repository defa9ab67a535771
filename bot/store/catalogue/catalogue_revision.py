"""The number that changes whenever any item changes; its row is also what imports queue for."""

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.store.tables.catalogue import catalogue_revision

_ONLY = 1


def read(connection: Connection) -> str:
    """Return the number as text."""
    return str(connection.scalar(select(catalogue_revision.c.number)) or 0)


def lock(connection: Connection) -> None:
    """Make other imports wait, so that two of them cannot add the same item."""
    query = select(catalogue_revision.c.number).where(catalogue_revision.c.id == _ONLY).with_for_update()
    if connection.execute(query).first() is None:
        try:
            with connection.begin_nested():
                connection.execute(insert(catalogue_revision).values(id=_ONLY, number=0))
        except IntegrityError:
            connection.execute(query)


def touch(connection: Connection) -> None:
    """Change the number."""
    connection.execute(update(catalogue_revision).values(number=catalogue_revision.c.number + 1))
