"""Catalogue items in the database."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, delete, func, insert, select, tuple_, update

from bot.catalogue.matching import Double, keys_of
from bot.catalogue.models import Item, Sighting
from bot.catalogue.ports import Stored
from bot.store.catalogue import catalogue_doubles, catalogue_revision
from bot.store.catalogue.catalogue_rows import item_of, row_of
from bot.store.tables.catalogue import items

_IDS_AT_ONCE = 500
_LET_GO = 0
"""No import has this id."""
_MOST_LEADERS = 1_000
"""Above so many items all doubles are read, instead of those of these items."""


class SqlItems:
    """Implements ``bot.catalogue.ports.Items``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Item]:
        return self._with_doubles(select(items).where(items.c.merged_into.is_(None)).order_by(items.c.source, items.c.source_id))

    def after(self, last: Item | None, most: int) -> list[Item]:
        query = select(items).where(items.c.merged_into.is_(None)).order_by(items.c.source, items.c.source_id).limit(most)
        if last is not None:
            query = query.where(tuple_(items.c.source, items.c.source_id) > (last.source, last.source_id))
        return self._with_doubles(query)

    def by_id(self, item_id: str) -> Item | None:
        leader = self._connection.scalar(select(items.c.merged_into).where(_is(item_id)))
        found = self._with_doubles(select(items).where(_is(leader or item_id)))
        return found[0] if found else None

    def upsert(self, new_items: Iterable[Item], seen_on: datetime | None = None, import_id: int | None = None) -> Stored:
        rows = {(item.source, item.source_id): _stamped(item) for item in new_items}
        if not rows:
            return Stored(0, 0)
        catalogue_revision.lock(self._connection)
        known = self._fingerprints(rows)
        seen = {"seen_at": seen_on, "import_id": import_id}
        new = [row | seen | {"added_at": seen_on} for key, row in rows.items() if key not in known]
        different = [row | seen for key, row in rows.items() if key in known and known[key] != row["fingerprint"]]
        self._write(new, different)
        self._see([key for key, row in rows.items() if known.get(key) == row["fingerprint"]], seen)
        if new or different:
            catalogue_revision.touch(self._connection)
        return Stored(len(new), len(different))

    def seen_in(self, import_id: int, source: str, source_ids: Collection[str]) -> set[str]:
        found: set[str] = set()
        for some in _parts(sorted(source_ids)):
            query = select(items.c.source_id).where(items.c.import_id == import_id, items.c.source == source, items.c.source_id.in_(some))
            found.update(self._connection.scalars(query))
        return found

    def count_known(self, source: str, source_ids: Collection[str]) -> int:
        known = select(func.count()).select_from(items).where(items.c.source == source)
        return sum(self._connection.scalar(known.where(items.c.source_id.in_(some))) or 0 for some in _parts(sorted(source_ids)))

    def keep(self, source: str, source_ids: Collection[str], import_id: int) -> None:
        for some in _parts(sorted(source_ids)):
            self._connection.execute(update(items).where(items.c.source == source, items.c.source_id.in_(some)).values(import_id=import_id))

    def let_go(self, source: str, source_ids: Collection[str]) -> None:
        self.keep(source, source_ids, _LET_GO)

    def count_unseen(self, source: str, import_id: int | None) -> int:
        return self._connection.scalar(select(func.count()).select_from(items).where(_unseen(source, import_id))) or 0

    def remove_unseen(self, source: str, import_id: int | None) -> int:
        return self._removed(self._connection.execute(delete(items).where(_unseen(source, import_id))).rowcount)

    def remove_missing(self, source: str, keep: set[str]) -> int:
        stored = self._connection.scalars(select(items.c.source_id).where(items.c.source == source)).all()
        gone = 0
        for some in _parts(sorted(set(stored) - keep)):
            gone += self._connection.execute(delete(items).where(items.c.source == source, items.c.source_id.in_(some))).rowcount
        return self._removed(gone)

    def match(self) -> list[Double]:
        return catalogue_doubles.match(self._connection)

    def keep_apart(self, item_id: str, apart: bool) -> bool:
        return self._connection.execute(update(items).where(_is(item_id)).values(kept_apart=apart)).rowcount == 1

    def count(self, source: str | None = None) -> int:
        query = select(func.count()).select_from(items)
        return self._connection.scalar(query.where(items.c.source == source) if source else query) or 0

    def revision(self) -> str:
        return catalogue_revision.read(self._connection)

    def _removed(self, gone: int) -> int:
        if gone:
            catalogue_revision.lock(self._connection)
            catalogue_doubles.match(self._connection)
            catalogue_revision.touch(self._connection)
        return gone

    def _with_doubles(self, query: Select[Any]) -> list[Item]:
        found = [item_of(row) for row in self._connection.execute(query)]
        others: dict[str, list[Sighting]] = defaultdict(list)
        wanted = select(items).where(items.c.merged_into.is_not(None)).order_by(items.c.source, items.c.source_id)
        for row in self._connection.execute(
            wanted if len(found) > _MOST_LEADERS else wanted.where(items.c.merged_into.in_([each.id for each in found]))
        ):
            others[row.merged_into].append(Sighting(f"{row.source}/{row.source_id}", row.seen_at, row.merged_because, row.url))
        return [replace(item, also_at=tuple(others[item.id])) if item.id in others else item for item in found]

    def _fingerprints(self, keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for source, ids in _per_source(keys).items():
            for some in _parts(ids):
                these = (items.c.source == source) & items.c.source_id.in_(some)
                for row in self._connection.execute(select(items.c.source_id, items.c.fingerprint).where(these)):
                    found[source, row.source_id] = row.fingerprint
        return found

    def _see(self, keys: Iterable[tuple[str, str]], seen: dict[str, Any]) -> None:
        if seen["seen_at"] is None:
            return
        for source, ids in _per_source(keys).items():
            for some in _parts(ids):
                self._connection.execute(update(items).where(items.c.source == source, items.c.source_id.in_(some)).values(seen))

    def _write(self, new: list[dict[str, Any]], different: list[dict[str, Any]]) -> None:
        if new:
            self._connection.execute(insert(items), new)
        if different:
            same = (items.c.source == bindparam("its_source")) & (items.c.source_id == bindparam("its_id"))
            keyed = [row | {"its_source": row["source"], "its_id": row["source_id"]} for row in different]
            self._connection.execute(update(items).where(same), keyed)


def _stamped(item: Item) -> dict[str, Any]:
    row, keys = row_of(item), keys_of(item)
    content = json.dumps(row, sort_keys=True, ensure_ascii=False, default=_plain)
    return row | {"fingerprint": hashlib.sha256(content.encode()).hexdigest(), "page_key": keys.page, "name_key": keys.name}


def _plain(value: object) -> str:
    return str(value.astimezone(UTC) if isinstance(value, datetime) else value)


def _is(item_id: str) -> ColumnElement[bool]:
    source, _, source_id = item_id.partition("/")
    return (items.c.source == source) & (items.c.source_id == source_id)


def _unseen(source: str, import_id: int | None) -> ColumnElement[bool]:
    gone = items.c.import_id == _LET_GO if import_id is None else items.c.import_id.is_distinct_from(import_id)
    return (items.c.source == source) & gone


def _per_source(keys: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = defaultdict(list)
    for source, source_id in keys:
        ids[source].append(source_id)
    return ids


def _parts(ids: list[str]) -> Iterable[list[str]]:
    return (ids[start : start + _IDS_AT_ONCE] for start in range(0, len(ids), _IDS_AT_ONCE))
