from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.store.database.engine import make_engine
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


def test_many_first_connections_to_a_new_file_all_succeed(tmp_path: Path) -> None:
    def journal(number: int) -> str:
        with make_engine(f"sqlite:///{tmp_path / f'{number // 8}.db'}").connect() as connection:
            return str(connection.execute(text("PRAGMA journal_mode")).scalar())

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(journal, range(160))) == {"wal"}
