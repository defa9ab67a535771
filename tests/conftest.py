"""What every test may ask for: a stopped clock, and a real store on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

from bench.databases import empty_database as empty_database
from bench.databases import postgres_server
from bot.store.database.engine import make_engine
from bot.store.database.metadata import metadata
from bot.store.database.sealing import Sealer
from bot.store.work import Store

# A run says the same thing twice, whatever the machine and its load; `make test ARGS=--hypothesis-profile=explore` looks further.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile("steady")


class StoppedClock:
    """A clock that moves only when told to."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **parts: float) -> datetime:
        self.now += timedelta(**parts)
        return self.now


@pytest.fixture
def clock() -> StoppedClock:
    """Monday 2 March 2026, 10:30 in Amsterdam."""
    return StoppedClock(datetime(2026, 3, 2, 9, 30, tzinfo=UTC))


@pytest.fixture(scope="session")
def postgres_uri() -> Iterator[str]:
    """Address of a real PostgreSQL server: PG_URI, or one started for this test run."""
    with postgres_server() as uri:
        yield uri


@pytest.fixture
def postgres_url(postgres_uri: str) -> Iterator[str]:
    """SQLAlchemy address of an empty database of its own."""
    with empty_database(postgres_uri) as url:
        yield url


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'duwtje.db'}"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def store_url(request: pytest.FixtureRequest) -> str:
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An empty store, once on SQLite and once on PostgreSQL."""
    engine = make_engine(store_url)
    metadata.create_all(engine)
    yield Store(engine, Sealer("a secret for tests"))
    engine.dispose()


@pytest.fixture
def sqlite_store(sqlite_url: str) -> Iterator[Store]:
    """An empty store on SQLite only, where the database does not matter."""
    engine = make_engine(sqlite_url)
    metadata.create_all(engine)
    yield Store(engine, Sealer("a secret for tests"))
    engine.dispose()
