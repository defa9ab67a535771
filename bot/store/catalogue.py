"""Catalogue items in the database."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.catalogue.models import Item
from bot.catalogue.ports import Stored
from bot.store.catalogue_rows import item_of, row_of
from bot.store.tables.catalogue import catalogue_revision, items

_REVISION = 1
_IDS_AT_ONCE = 500


class SqlItems:
    """Implements ``bot.catalogue.ports.Items``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Item]:
        return [item_of(row) for row in self._connection.execute(select(items).order_by(items.c.source, items.c.source_id))]

    def by_id(self, item_id: str) -> Item | None:
        source, _, source_id = item_id.partition("/")
        row = self._connection.execute(select(items).where(items.c.source == source, items.c.source_id == source_id)).one_or_none()
        return item_of(row) if row else None

    def upsert(self, new_items: Iterable[Item]) -> Stored:
        rows = {(item.source, item.source_id): _with_fingerprint(row_of(item)) for item in new_items}
        if not rows:
            return Stored(0, 0)
        self._lock()
        known = self._fingerprints(rows)
        new = [row for key, row in rows.items() if key not in known]
        different = [row for key, row in rows.items() if key in known and known[key] != row["fingerprint"]]
        self._write(new, different)
        if new or different:
            self._touch()
        return Stored(len(new), len(different))

    def remove_missing(self, source: str, keep: set[str]) -> int:
        stored = self._connection.scalars(select(items.c.source_id).where(items.c.source == source)).all()
        gone = sorted(set(stored) - keep)
        for start in range(0, len(gone), _IDS_AT_ONCE):
            some = gone[start : start + _IDS_AT_ONCE]
            self._connection.execute(delete(items).where(items.c.source == source, items.c.source_id.in_(some)))
        if gone:
            self._lock()
            self._touch()
        return len(gone)

    def count(self, source: str | None = None) -> int:
        query = select(func.count()).select_from(items)
        return self._connection.scalar(query.where(items.c.source == source) if source else query) or 0

    def revision(self) -> str:
        return str(self._connection.scalar(select(catalogue_revision.c.number)) or 0)

    def _lock(self) -> None:
        """Make other imports wait, so that two of them cannot add the same item."""
        query = select(catalogue_revision.c.number).where(catalogue_revision.c.id == _REVISION).with_for_update()
        if self._connection.execute(query).first() is None:
            try:
                with self._connection.begin_nested():
                    self._connection.execute(insert(catalogue_revision).values(id=_REVISION, number=0))
            except IntegrityError:
                self._connection.execute(query)

    def _touch(self) -> None:
        self._connection.execute(update(catalogue_revision).values(number=catalogue_revision.c.number + 1))

    def _fingerprints(self, keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
        wanted: dict[str, list[str]] = {}
        for source, source_id in keys:
            wanted.setdefault(source, []).append(source_id)
        found: dict[tuple[str, str], str] = {}
        for source, ids in wanted.items():
            for start in range(0, len(ids), _IDS_AT_ONCE):
                some = (items.c.source == source) & items.c.source_id.in_(ids[start : start + _IDS_AT_ONCE])
                for row in self._connection.execute(select(items.c.source_id, items.c.fingerprint).where(some)):
                    found[source, row.source_id] = row.fingerprint
        return found

    def _write(self, new: list[dict[str, Any]], different: list[dict[str, Any]]) -> None:
        if new:
            self._connection.execute(insert(items), new)
        for row in different:
            same = (items.c.source == row["source"]) & (items.c.source_id == row["source_id"])
            self._connection.execute(update(items).where(same).values(row))


def _with_fingerprint(row: dict[str, Any]) -> dict[str, Any]:
    content = json.dumps(row, sort_keys=True, ensure_ascii=False)
    return {**row, "fingerprint": hashlib.sha256(content.encode()).hexdigest()}
