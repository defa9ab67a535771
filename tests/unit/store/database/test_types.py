from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, insert, select
from sqlalchemy.exc import StatementError

from bot.store.database.engine import make_engine
from bot.store.database.types import UtcDateTime

BEFORE = datetime(2026, 10, 25, 0, 59, 59, 999_999, UTC)
MOMENT = datetime(2026, 10, 25, 1, tzinfo=UTC)
LATER = datetime(2026, 10, 25, 1, 0, 0, 1, UTC)
moments = Table("moments", MetaData(), Column("id", Integer, primary_key=True), Column("at", UtcDateTime))


def kept(url: str, *values: datetime | None) -> list[datetime | None]:
    engine = make_engine(url)
    moments.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(moments), [{"at": value} for value in values])
        return list(connection.scalars(select(moments.c.at).order_by(moments.c.id)))


def test_a_moment_comes_back_to_the_microsecond_and_in_utc(store_url: str) -> None:
    found = kept(store_url, BEFORE, MOMENT, LATER, None)
    assert found == [BEFORE, MOMENT, LATER, None]
    assert [moment.utcoffset() for moment in found if moment] == [timedelta(0)] * 3


def test_a_moment_of_another_zone_is_the_same_moment(store_url: str) -> None:
    amsterdam = MOMENT.astimezone(timezone(timedelta(hours=2)))
    assert kept(store_url, amsterdam) == [MOMENT]


def test_moments_are_compared_and_put_in_order_as_moments(store_url: str) -> None:
    kept(store_url, LATER, MOMENT, BEFORE)
    with make_engine(store_url).connect() as connection:
        assert list(connection.scalars(select(moments.c.at).order_by(moments.c.at))) == [BEFORE, MOMENT, LATER]
        assert list(connection.scalars(select(moments.c.at).where(moments.c.at < MOMENT))) == [BEFORE]
        assert list(connection.scalars(select(moments.c.at).where(moments.c.at > MOMENT))) == [LATER]


def test_a_moment_without_a_zone_is_refused(store_url: str) -> None:
    with pytest.raises(StatementError, match="time zone"):
        kept(store_url, MOMENT.replace(tzinfo=None))
