import pytest
from sqlalchemy import text

from bot.store.work import Store


def _insert_and_fail(store: Store) -> None:
    with store.work() as work:
        work.connection.execute(text("INSERT INTO t VALUES (1)"))
        raise KeyError


def test_a_failed_unit_of_work_leaves_nothing_behind(store: Store) -> None:
    with store.work() as work:
        work.connection.execute(text("CREATE TABLE t (x INTEGER)"))
    with pytest.raises(KeyError):
        _insert_and_fail(store)
    with store.work() as work:
        assert work.connection.execute(text("SELECT count(*) FROM t")).scalar() == 0
