"""Puts stored rows into words that people understand."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.language.saying.dates import Dates
from bot.language.saying.texts import Texts

Row = Mapping[str, Any]
Group = tuple[str, list[list[tuple[str, str]]]]
"""The name of a table, and its rows as pairs of a name and a value."""
IN_FILE_ONLY = frozenset({"rasa_events"})
"""What no reader is helped by: how the dialogue keeps track of itself. What was said stands under the messages too."""


class Readable:
    """Names tables, columns and values in Dutch; leaves out what is empty."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._dates = Dates(texts)

    def groups(self, data: Mapping[str, Sequence[Row]]) -> list[Group]:
        """Return what is in ``data``, as ``RightsService.export`` gives it, in words; all but ``IN_FILE_ONLY``."""
        shown = {table: rows for table, rows in data.items() if rows and table not in IN_FILE_ONLY}
        return [(self._named("table", table, table), [self._row(row) for row in rows]) for table, rows in shown.items()]

    def _row(self, row: Row) -> list[tuple[str, str]]:
        return [(self._named("field", key, key), self._value(key, value)) for key, value in row.items() if value not in (None, "", [])]

    def _value(self, key: str, value: object) -> str:
        if isinstance(value, bool):
            return self._texts("own_data_yes" if value else "own_data_no")
        if isinstance(value, list | tuple):
            return ", ".join(self._value(key, each) for each in value)
        moment = _moment(value)
        if moment:
            return self._texts("own_data_moment", day=self._dates.day(moment), year=moment.year, time=self._dates.time(moment))
        return self._named("value", f"{key}_{value}", str(value))

    def _named(self, kind: str, name: str, otherwise: str) -> str:
        key = f"own_data_{kind}_{name}"
        return self._texts(key) if key in self._texts else otherwise


def _moment(value: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) and "T" in value else None
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None
