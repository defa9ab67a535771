"""Many rows in one statement. PostgreSQL takes them as one document: a parameter for each value, or a message for each row, took
most of the time of a batch. SQLite is in this process, and quickest with the rows as they are."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import JSON, Column, Connection, Row, Text, cast, column, func, literal, select

from bot.store.database.upsert import Insert


def add_all(connection: Connection, insert: Insert, rows: Sequence[Mapping[str, object]], *returning: Column[Any]) -> Sequence[Row[Any]]:
    """Add ``rows``, which all have the same keys, and return ``returning`` of those that were added, in no order."""
    if not rows:
        return []
    if connection.dialect.name == "sqlite":
        added = insert.returning(*returning) if returning else insert
        result = connection.execute(added, rows)
    else:
        names = list(rows[0])
        each = func.json_to_recordset(cast(literal(json.dumps(rows, default=str), Text), JSON))
        typed = each.table_valued(*(column(name, insert.table.c[name].type) for name in names)).render_derived(with_types=True)
        result = connection.execute(insert.from_select(names, select(typed)).returning(*returning))
    return result.all() if returning else []
