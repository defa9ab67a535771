from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Connection, Integer, MetaData, String, Table, insert, select

from bot.store.database import flat_rows
from bot.store.database.engine import make_engine
from bot.store.database.flat_rows import add_flat
from bot.store.database.types import UtcDateTime
from bot.store.database.upsert import insert_into

AT = datetime(2026, 3, 3, 10, tzinfo=UTC)
things = Table(
    "things",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("name", String(8), unique=True),
    Column("size", Integer, default=3),
    Column("at", UtcDateTime),
)
NEW = insert_into("sqlite", things).on_conflict_do_nothing()


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    engine = make_engine(f"sqlite:///{tmp_path / 'flat.db'}")
    with engine.begin() as opened:
        things.metadata.create_all(opened)
        yield opened
    engine.dispose()


def row(name: str, at: datetime | None = AT) -> Mapping[str, Any]:
    return {"at": at, "size": len(name), "name": name}


def kept(connection: Connection) -> Sequence[Any]:
    return [tuple(one) for one in connection.execute(select(things.c.name, things.c.size, things.c.at).order_by(things.c.id))]


def test_rows_are_kept_as_their_columns_want_them_whatever_the_order_of_their_keys(connection: Connection) -> None:
    add_flat(connection, NEW, [row("a"), {"name": "bb", "at": None, "size": 2}])
    assert kept(connection) == [("a", 1, AT), ("bb", 2, None)]


def test_what_was_added_comes_back_and_what_was_there_does_not(connection: Connection) -> None:
    add_flat(connection, NEW, [row("a")])
    added = add_flat(connection, NEW, [row("a"), row("bb"), row("ccc")], things.c.name, things.c.size)
    assert set(map(tuple, added)) == {("bb", 2), ("ccc", 3)}
    assert len(kept(connection)) == 3


def test_what_was_there_is_changed_where_the_statement_says_so(connection: Connection) -> None:
    changing = insert_into("sqlite", things)
    changing = changing.on_conflict_do_update(index_elements=["name"], set_={"size": changing.excluded["size"]})
    add_flat(connection, changing, [row("a"), row("b")])
    add_flat(connection, changing, [row("b") | {"size": 9}])
    assert kept(connection) == [("a", 1, AT), ("b", 9, AT)]


def test_more_rows_than_fit_one_statement_are_all_added(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flat_rows, "_MOST_VALUES", 7)
    names = [f"n{number}" for number in range(5)]
    assert {name for (name,) in add_flat(connection, NEW, [row(name) for name in names], things.c.name)} == set(names)
    assert [name for name, _, _ in kept(connection)] == names


def test_a_column_that_would_get_a_value_of_its_own_is_not_forgotten_in_silence(connection: Connection) -> None:
    with pytest.raises(AssertionError, match="every value comes with its row"):
        add_flat(connection, NEW, [{"name": "a", "at": AT}])


def test_a_returned_value_that_sqlite_keeps_in_another_way_is_refused(connection: Connection) -> None:
    with pytest.raises(AssertionError, match="comes as it is kept"):
        add_flat(connection, NEW, [row("a")], things.c.at)


def test_the_same_rows_are_kept_as_sqlalchemy_itself_would_keep_them(connection: Connection) -> None:
    add_flat(connection, NEW, [row("a")])
    connection.execute(insert(things), row("b") | {"size": 1})
    first, second = connection.exec_driver_sql("SELECT size, at FROM things").all()
    assert first == second
