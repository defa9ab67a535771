"""Column types that behave the same on SQLite and PostgreSQL."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import DateTime, Dialect
from sqlalchemy.types import TypeDecorator

_ZONE = "+00:00"


class UtcDateTime(TypeDecorator[datetime]):
    """A time-zone aware moment, kept in UTC. SQLite keeps text without a zone, so it is put back when read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], Any] | None:
        return _as_text if dialect.name == "sqlite" else _in_utc

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None] | None:
        return _of_text if dialect.name == "sqlite" else _in_utc


def _in_utc(value: datetime | None) -> datetime | None:
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return value if value.tzinfo is UTC else value.astimezone(UTC)


def _as_text(value: datetime | None) -> str | None:
    """Write ``value`` as SQLAlchemy writes it, so that texts compare as moments do, in one step: every nudge has about ten."""
    moment = _in_utc(value)
    return _written(moment) if moment else None


@lru_cache(maxsize=1024)
def _written(moment: datetime) -> str:
    # A batch has one now, and a new row its moment twice.
    return moment.isoformat(" ", "microseconds")[: -len(_ZONE)]


def _of_text(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value + _ZONE) if value else None
