"""One process at a time for each person, kept by PostgreSQL: for installations with several web processes."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, create_engine, func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.functions import Function

SPACE = 0x44757765
"""Keeps these locks apart from what others lock in the same database, such as Rasa's conversations."""
MOST_CONNECTIONS = 30
"""A lock keeps a connection for as long as somebody is being answered; whoever finds none free waits."""


class AdvisoryLocks:
    """Locks by key on connections of their own: if answering and locking shared a pool, those who hold a lock could wait for
    a connection that somebody who waits for that lock has."""

    def __init__(self, engine: Engine) -> None:
        self._engine = create_engine(
            engine.url,
            isolation_level="AUTOCOMMIT",  # a lock that lasts minutes may not be a transaction that lasts minutes
            pool_pre_ping=True,
            pool_use_lifo=True,
            pool_size=5,
            max_overflow=MOST_CONNECTIONS - 5,
            pool_timeout=None,
        )

    @contextmanager
    def hold(self, key: str, *, wait: bool = True) -> Iterator[bool]:
        """Hold the lock of ``key``; without ``wait`` yield False at once when somebody else has it.

        PostgreSQL takes a lock back when its connection ends: a process that is killed blocks nobody.
        """
        with self._engine.connect() as connection:
            held = connection.scalar(select(_take(key, wait=wait))) is not False
            try:
                yield held
            finally:
                if held:
                    try:
                        connection.execute(select(func.pg_advisory_unlock(SPACE, func.hashtext(key))))
                    except DBAPIError:
                        connection.invalidate()

    def close(self) -> None:
        """Give back the connections."""
        self._engine.dispose()


def _take(key: str, *, wait: bool) -> Function[bool]:
    name = func.hashtext(key)
    return func.pg_advisory_lock(SPACE, name) if wait else func.pg_try_advisory_lock(SPACE, name)


def locks_for(engine: Engine) -> AdvisoryLocks | None:
    """Return locks across processes where the database can keep them. SQLite serves one web process."""
    return AdvisoryLocks(engine) if engine.dialect.name == "postgresql" else None
