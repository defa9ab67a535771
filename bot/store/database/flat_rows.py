"""Many new rows for SQLite as one statement with one list of values.

SQLAlchemy handles every row and value by itself, which took longer than SQLite needs to write them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import batched
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Connection, Row
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import TypeEngine

from bot.store.database.upsert import Insert

_MOST_VALUES = 30_000
"""In one statement: SQLite takes 32,766."""
_DIALECT = sqlite.dialect()


@dataclass(frozen=True)
class _OneRow:
    """A statement that adds one row."""

    statement: str
    names: tuple[str, ...]
    """The columns, in the order in which the statement wants their values."""
    written: Sequence[tuple[int, Callable[[Any], Any]]]
    """Places whose value is not written as it is, and how."""


def add_flat(connection: Connection, insert: Insert, rows: Sequence[Mapping[str, Any]], *returning: Column[Any]) -> Sequence[Row[Any]]:
    """Add ``rows``, which all have the same keys, at least two, and return ``returning`` of those that were added, in no order.

    Only columns that are read as SQLite keeps them may be returned: a moment would be a text.
    """
    one = _one_row(insert, frozenset(rows[0]), returning)
    found: list[Row[Any]] = []
    for some in batched(rows, _MOST_VALUES // len(one.names)):
        result = connection.exec_driver_sql(_many_rows(one.statement, one.names, len(some)), _flat(one, some))
        found += result.all() if returning else []
    return found


def _flat(one: _OneRow, rows: Iterable[Mapping[str, Any]]) -> tuple[Any, ...]:
    taken, flat = itemgetter(*one.names), list[Any]()
    for row in rows:
        values = list(taken(row))
        for place, written in one.written:
            values[place] = written(values[place])
        flat += values
    return tuple(flat)


@lru_cache(maxsize=64)
def _one_row(insert: Insert, names: frozenset[str], returning: tuple[Column[Any], ...]) -> _OneRow:
    compiled = (insert.returning(*returning) if returning else insert).compile(dialect=_DIALECT, column_keys=sorted(names))
    places = tuple(compiled.positiontup or ())
    assert names == set(places), "every value comes with its row"
    assert not any(_kind(one.type).result_processor(_DIALECT, None) for one in returning), "what is returned comes as it is kept"
    kinds = [_kind(insert.table.c[name].type) for name in places]
    written = [(place, as_kept) for place, kind in enumerate(kinds) if (as_kept := kind.bind_processor(_DIALECT))]
    return _OneRow(compiled.string, places, written)


def _kind(kept: TypeEngine[Any]) -> TypeEngine[Any]:
    return kept.dialect_impl(_DIALECT)


@lru_cache(maxsize=256)
def _many_rows(statement: str, names: tuple[str, ...], count: int) -> str:
    one = f"({', '.join('?' * len(names))})"
    return statement.replace(one, ", ".join([one] * count), 1)
