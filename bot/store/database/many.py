"""Many rows or values in one statement. What is looked for goes as one parameter, whatever its length.

PostgreSQL takes new rows that way too, as one document: a message to the server for each row took most of the time of a batch.
SQLite is in this process, and quickest with the rows as they are.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ARRAY, JSON, Column, ColumnElement, Connection, Integer, Row, Text, any_, cast, column, func, literal, select

from bot.store.database.upsert import Insert


def one_of(connection: Connection, wanted: Column[Any], values: Collection[str] | Collection[int]) -> ColumnElement[bool]:
    """Return the condition that ``wanted`` is among ``values``."""
    if connection.dialect.name == "sqlite":
        return wanted.in_(select(func.json_each(_document(list(values))).table_valued("value").c.value))
    return wanted == any_(literal(list(values), ARRAY(wanted.type)))


def by_number(connection: Connection, texts: Mapping[int, str]) -> tuple[ColumnElement[int], ColumnElement[str]]:
    """Return the two columns of a table made of ``texts``: the number, and the text that belongs to it."""
    if connection.dialect.name == "sqlite":
        pairs = func.json_each(_document(texts)).table_valued("key", "value")
    else:
        pairs = func.json_each_text(cast(_document(texts), JSON)).table_valued("key", "value")
    return cast(pairs.c.key, Integer), pairs.c.value


def add_all(connection: Connection, insert: Insert, rows: Sequence[Mapping[str, object]], *returning: Column[Any]) -> Sequence[Row[Any]]:
    """Add ``rows``, which all have the same keys, and return ``returning`` of those that were added, in no order."""
    if not rows:
        return []
    if connection.dialect.name == "sqlite":
        added = insert.returning(*returning) if returning else insert
        result = connection.execute(added, rows)
    else:
        names = list(rows[0])
        each = func.json_to_recordset(cast(_document(rows), JSON))
        typed = each.table_valued(*(column(name, insert.table.c[name].type) for name in names)).render_derived(with_types=True)
        result = connection.execute(insert.from_select(names, select(typed)).returning(*returning))
    return result.all() if returning else []


def _document(value: object) -> ColumnElement[str]:
    return literal(json.dumps(value, default=str), Text)
