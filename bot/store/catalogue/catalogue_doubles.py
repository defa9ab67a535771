"""Keeps in the rows which items are doubles of another."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, func, select, update

from bot.catalogue.matching import Candidate, Double, Keys, doubles
from bot.store.catalogue import catalogue_revision
from bot.store.tables.catalogue import items

_ID = items.c.source + "/" + items.c.source_id


def match(connection: Connection) -> list[Double]:
    """Decide anew who is a double of whom, and store what became different."""
    catalogue_revision.lock(connection)
    found = doubles(_candidates(connection))
    wanted = {each.item_id: (each.leader_id, each.because) for each in found}
    now = {
        row.id: (row.merged_into, row.merged_because)
        for row in connection.execute(
            select(_ID.label("id"), items.c.merged_into, items.c.merged_because).where(items.c.merged_into.is_not(None))
        )
    }
    changes = [
        (item_id, wanted.get(item_id, (None, None))) for item_id in now.keys() | wanted.keys() if now.get(item_id) != wanted.get(item_id)
    ]
    if changes:
        query = update(items).where(items.c.source == bindparam("its_source"), items.c.source_id == bindparam("its_id"))
        values = [
            {"its_source": item_id.partition("/")[0], "its_id": item_id.partition("/")[2], "merged_into": leader, "merged_because": because}
            for item_id, (leader, because) in changes
        ]
        connection.execute(query, values)
        catalogue_revision.touch(connection)
    return found


def _candidates(connection: Connection) -> Iterable[Candidate]:
    found: dict[str, Candidate] = {}
    for key in (items.c.page_key, items.c.name_key):
        shared = (
            select(key)
            .where(key.is_not(None), items.c.kept_apart.is_(False))
            .group_by(key)
            .having(func.count(items.c.source.distinct()) > 1)
        )
        wanted = select(_ID.label("id"), items).where(key.in_(shared), items.c.kept_apart.is_(False))
        for row in connection.execute(wanted):
            found[row.id] = Candidate(row.id, row.source, Keys(row.page_key, row.name_key), row.added_at)
    return found.values()
