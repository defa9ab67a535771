"""The whole product on each database, with a fake Telegram beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import empty_database
from tests.e2e.product import Product, running_product
from tests.fakes.telegram_server import FakeTelegram


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """The setting that chooses the database. Everything below is made anew for each."""
    if request.param == "sqlite":
        yield {}
        return
    with empty_database(request.getfixturevalue("postgres_uri")) as url:
        yield {"DATABASE_URL": url.replace("+psycopg", "")}


@pytest.fixture(scope="module")
def telegram(database: dict[str, str]) -> Iterator[FakeTelegram]:
    with FakeTelegram() as fake:
        yield fake


@pytest.fixture(scope="module")
def home(database: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def environment(database: dict[str, str], telegram: FakeTelegram) -> dict[str, str]:
    """What an operator would set."""
    return {**database, "TELEGRAM_TOKEN": telegram.token, "TELEGRAM_API_BASE": telegram.url}


@pytest.fixture(scope="module")
def product(home: Path, environment: dict[str, str]) -> Iterator[Product]:
    with running_product(home, **environment) as running:
        yield running
