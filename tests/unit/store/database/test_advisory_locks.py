"""Locks that two web processes share: here two pools of connections on one database."""

import threading
from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine, text

from bot.store.database.advisory_locks import AdvisoryLocks, locks_for
from bot.store.database.engine import make_engine

pytestmark = pytest.mark.postgres


@pytest.fixture
def two(postgres_url: str) -> Iterator[tuple[AdvisoryLocks, AdvisoryLocks]]:
    engine = make_engine(postgres_url)
    pair = AdvisoryLocks(engine), AdvisoryLocks(engine)
    yield pair
    for locks in pair:
        locks.close()
    engine.dispose()


def test_who_does_not_want_to_wait_hears_that_another_process_is_busy(two: tuple[AdvisoryLocks, AdvisoryLocks]) -> None:
    one, other = two
    with one.hold("me") as first, other.hold("me", wait=False) as second, other.hold("you", wait=False) as third:
        assert (first, second, third) == (True, False, True)
    with other.hold("me", wait=False) as fourth:
        assert fourth


def test_who_waits_comes_after_the_other_process(two: tuple[AdvisoryLocks, AdvisoryLocks]) -> None:
    one, other = two
    order: list[str] = []

    def second() -> None:
        with other.hold("me"):
            order.append("second")

    with one.hold("me"):
        thread = threading.Thread(target=second)
        thread.start()
        order.append("first")
    thread.join(30)
    assert order == ["first", "second"]


def test_an_error_inside_gives_the_lock_back(two: tuple[AdvisoryLocks, AdvisoryLocks]) -> None:
    one, other = two
    with pytest.raises(ZeroDivisionError), one.hold("me"):
        raise ZeroDivisionError
    with other.hold("me", wait=False) as free:
        assert free


def test_a_process_that_loses_its_connection_blocks_nobody(two: tuple[AdvisoryLocks, AdvisoryLocks], postgres_url: str) -> None:
    one, other = two
    server = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with one.hold("me"):
        with server.connect() as connection:
            connection.execute(text("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"))
        with other.hold("me") as free:
            assert free
    server.dispose()
    with one.hold("me", wait=False) as again:
        assert again


def test_sqlite_has_none() -> None:
    assert locks_for(make_engine("sqlite://")) is None
