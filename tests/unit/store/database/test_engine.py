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


def test_threads_of_a_process_never_find_the_one_writer_of_sqlite_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'busy.db'}"
    with make_engine(url).begin() as connection:
        connection.execute(text("CREATE TABLE t (x INTEGER)"))
    monkeypatch.setattr("bot.store.database.engine.BUSY_TIMEOUT_MS", 0)
    engine = make_engine(url)

    def write(number: int) -> None:
        with engine.begin() as connection:
            connection.execute(text("INSERT INTO t VALUES (:x)"), {"x": number})

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(200)))
    with engine.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM t")).scalar() == 200
