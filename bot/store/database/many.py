"""Many rows or values in one statement. What is looked for goes as one parameter, whatever its length.

PostgreSQL takes new rows that way too, as one document: a message to the server for each row took most of the time of a batch.
SQLite is in this process, and takes the values of all rows as one list (`flat_rows.py`).

A statement that is asked again and again is made once for each kind of database (``dialect``), and its values come when it runs:
making it anew took longer than running it.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ARRAY,
    JSON,
    Column,
    ColumnElement,
    Connection,
    Executable,
    Integer,
    Row,
    Text,
    any_,
    bindparam,
    cast,
    column,
    func,
    literal,
    select,
)
from sqlalchemy.types import TypeEngine

from bot.store.database.flat_rows import add_flat
from bot.store.database.upsert import Insert

_AMONG, _TEXTS, _ROWS = "among", "texts", "rows"
SQLITE = "sqlite"


def one_of(connection: Connection, wanted: Column[Any], values: Collection[str] | Collection[int]) -> ColumnElement[bool]:
    """Return the condition that ``wanted`` is among ``values``."""
    dialect = connection.dialect.name
    return _is_in(dialect, wanted, literal(_given(dialect, values), _kind(dialect, wanted)))


def is_among(dialect: str, wanted: Column[Any]) -> ColumnElement[bool]:
    """Return the condition that ``wanted`` is among what ``among`` gives when the statement runs."""
    return _is_in(dialect, wanted, bindparam(_AMONG, type_=_kind(dialect, wanted)))


def among(connection: Connection, values: Collection[str] | Collection[int]) -> dict[str, Any]:
    """Return the parameter for ``is_among``."""
    return {_AMONG: _given(connection.dialect.name, values)}


def by_number(dialect: str) -> tuple[ColumnElement[int], ColumnElement[str]]:
    """Return the two columns of a table made of what ``numbered`` gives: the number, and the text that belongs to it."""
    document = bindparam(_TEXTS, type_=Text)
    if dialect == SQLITE:
        pairs = func.json_each(document).table_valued("key", "value")
    else:
        pairs = func.json_each_text(cast(document, JSON)).table_valued("key", "value")
    return cast(pairs.c.key, Integer), pairs.c.value


def numbered(texts: Mapping[int, str]) -> dict[str, Any]:
    """Return the parameter for ``by_number``."""
    return {_TEXTS: json.dumps(texts)}


def add_all(connection: Connection, insert: Insert, rows: Sequence[Mapping[str, object]], *returning: Column[Any]) -> Sequence[Row[Any]]:
    """Add ``rows``, which all have the same keys, and return ``returning`` of those that were added, in no order.

    ``insert`` is best made once: what becomes of it is remembered.
    """
    if not rows:
        return []
    if connection.dialect.name == SQLITE:
        return add_flat(connection, insert, rows, *returning)
    result = connection.execute(_adding(insert, tuple(rows[0]), returning), {_ROWS: json.dumps(rows, default=str)})
    return result.all() if returning else []


@lru_cache(maxsize=64)
def _adding(insert: Insert, names: tuple[str, ...], returning: tuple[Column[Any], ...]) -> Executable:
    each = func.json_to_recordset(cast(bindparam(_ROWS, type_=Text), JSON))
    typed = each.table_valued(*(column(name, insert.table.c[name].type) for name in names)).render_derived(with_types=True)
    return insert.from_select(names, select(typed)).returning(*returning)


def _is_in(dialect: str, wanted: Column[Any], given: ColumnElement[Any]) -> ColumnElement[bool]:
    if dialect == SQLITE:
        return wanted.in_(select(func.json_each(given).table_valued("value").c.value))
    return wanted == any_(given)


def _given(dialect: str, values: Collection[str] | Collection[int]) -> object:
    return json.dumps(list(values)) if dialect == SQLITE else list(values)


def _kind(dialect: str, wanted: Column[Any]) -> TypeEngine[Any]:
    return Text() if dialect == SQLITE else ARRAY(wanted.type)
