from pathlib import Path

from bot.store.database.engine import make_engine
from bot.store.database.lasting import lasting

NORMAL, FULL = 1, 2


def test_a_lasting_transaction_waits_for_the_disk_and_the_next_on_its_connection_does_not(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'one.db'}")
    levels = []
    for each in (engine, lasting(engine), engine):
        with each.begin() as connection:
            levels.append(connection.exec_driver_sql("PRAGMA synchronous").scalar())
    assert levels == [NORMAL, FULL, NORMAL]


def test_one_that_failed_leaves_the_connection_as_it_was(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'one.db'}")
    with lasting(engine).connect() as connection:
        connection.begin().rollback()
    with engine.begin() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == NORMAL
