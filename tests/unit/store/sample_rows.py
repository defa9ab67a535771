"""Makes one row for any table, from its columns alone, so that tests cover tables that do not exist yet."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Connection, Date, Float, Integer, Numeric, Table, insert
from sqlalchemy.types import TypeEngine

from bot.store.database.metadata import metadata
from bot.store.database.sealing import Sealer
from bot.store.database.types import UtcDateTime

MOMENT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def fill_every_table(connection: Connection, sealer: Sealer, sealed: dict[Table, tuple[str, ...]], known: dict[str, Any]) -> None:
    """Insert one row per table; ``known`` gives the values of columns by name, and rows refer to one another by key."""
    keys: dict[Column[Any], Any] = {}
    for table in metadata.sorted_tables:
        row = {column.name: _value(column, sealer, sealed.get(table, ()), known, keys) for column in table.columns}
        connection.execute(insert(table).values(row))
        keys |= {column: row[column.name] for column in table.columns}


def _value(column: Column[Any], sealer: Sealer, sealed: tuple[str, ...], known: dict[str, Any], keys: dict[Column[Any], Any]) -> object:
    for reference in column.foreign_keys:
        return keys[reference.column]
    if column.name in sealed:
        return sealer.seal("secret words")
    if column.primary_key and column.table.name == "learners":
        return known["learner_id"]
    return known[column.name] if column.name in known else _of_type(column.type)


def _of_type(kind: TypeEngine[Any]) -> object:
    simple = {UtcDateTime: MOMENT, Date: MOMENT.date(), JSON: [], Boolean: False, Integer: 1, Float: 1.0, Numeric: 1}
    return next((value for sort, value in simple.items() if isinstance(kind, sort)), "x")
