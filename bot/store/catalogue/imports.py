"""Sources of the catalogue, imports and refused records in the database."""

from collections.abc import Collection
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select, update

from bot.catalogue.sources import Format, Import, ImportState, Rejected, Source
from bot.store.database.sealing import Sealer
from bot.store.tables.imports import catalogue_sources, imports, refused_records


class SqlSources:
    """Implements ``bot.catalogue.sources.Sources``."""

    def __init__(self, connection: Connection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    def all(self) -> list[Source]:
        return [self._source(row) for row in self._connection.execute(select(catalogue_sources).order_by(catalogue_sources.c.name))]

    def by_name(self, name: str) -> Source | None:
        row = self._connection.execute(select(catalogue_sources).where(catalogue_sources.c.name == name)).one_or_none()
        return self._source(row) if row else None

    def save(self, source: Source) -> None:
        token = self._sealer.seal(source.token) if source.token else None
        row = asdict(source) | {"format": source.format.value, "columns": dict(source.columns), "token": token}
        known = update(catalogue_sources).where(catalogue_sources.c.name == source.name).values(row)
        if self._connection.execute(known).rowcount == 0:
            self._connection.execute(insert(catalogue_sources).values(row))

    def remove(self, name: str) -> None:
        self._connection.execute(delete(catalogue_sources).where(catalogue_sources.c.name == name))

    def claim_due(self, now: datetime) -> list[Source]:
        ripe = select(catalogue_sources).where(catalogue_sources.c.next_at <= now).order_by(catalogue_sources.c.next_at)
        return [self._source(row) for row in self._connection.execute(ripe.with_for_update(skip_locked=True))]

    def _source(self, row: Row[Any]) -> Source:
        token = self._sealer.open(row.token) if row.token else None
        return Source(**{**row._mapping, "format": Format(row.format), "token": token})


class SqlImports:
    """Implements ``bot.catalogue.sources.Imports``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, source: str, whole: bool, at: datetime) -> Import:
        new = Import(0, source, ImportState.RUNNING, whole, began_at=at, alive_at=at)
        key = self._connection.execute(insert(imports).values(_columns(new))).inserted_primary_key
        assert key is not None
        return replace(new, id=key[0])

    def save(self, one: Import) -> None:
        self._connection.execute(update(imports).where(imports.c.id == one.id).values(_columns(one)))

    def latest(self, source: str) -> Import | None:
        row = self._connection.execute(
            select(imports).where(imports.c.source == source).order_by(imports.c.id.desc()).limit(1)
        ).one_or_none()
        return _import(row) if row else None

    def refuse(self, import_id: int, records: Collection[Rejected]) -> None:
        if not records:
            return
        mine = refused_records.c.import_id == import_id
        known = set(
            self._connection.scalars(
                select(refused_records.c.number).where(mine, refused_records.c.number.in_([each.line for each in records]))
            )
        )
        rows = {
            each.line: {"import_id": import_id, "number": each.line, "record_id": each.record_id, "code": each.code, "detail": each.detail}
            for each in records
            if each.line not in known
        }
        if rows:
            self._connection.execute(insert(refused_records), list(rows.values()))

    def refused(self, import_id: int, limit: int) -> list[Rejected]:
        query = select(refused_records).where(refused_records.c.import_id == import_id).order_by(refused_records.c.number).limit(limit)
        return [Rejected(row.number, row.code, row.detail, row.record_id) for row in self._connection.execute(query)]

    def has_unnamed(self, import_id: int) -> bool:
        unnamed = select(refused_records).where(refused_records.c.import_id == import_id, refused_records.c.record_id == "")
        return bool(self._connection.scalar(select(unnamed.exists())))

    def forget_before(self, source: str, import_id: int) -> None:
        self._forget((imports.c.source == source) & (imports.c.id < import_id))

    def forget(self, source: str) -> None:
        self._forget(imports.c.source == source)

    def _forget(self, which: ColumnElement[bool]) -> None:
        refused = refused_records.c.import_id.in_(select(imports.c.id).where(which))
        self._connection.execute(delete(refused_records).where(refused))
        self._connection.execute(delete(imports).where(which))


def _columns(one: Import) -> dict[str, Any]:
    row = asdict(one) | {"state": one.state.value, "mark": dict(one.mark)}
    del row["id"]
    return row


def _import(row: Row[Any]) -> Import:
    return Import(**{**row._mapping, "state": ImportState(row.state), "detail": row.detail or ""})
