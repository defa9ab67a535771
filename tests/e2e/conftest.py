"""The whole product on each database, with a fake Telegram beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import empty_database
from tests.e2e.product import Product, running_product
from tests.fakes.telegram_server import FakeTelegram


@pytest.fixture(scope="module")
def telegram() -> Iterator[FakeTelegram]:
    with FakeTelegram() as fake:
        yield fake


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def environment(request: pytest.FixtureRequest, telegram: FakeTelegram) -> Iterator[dict[str, str]]:
    """What an operator would set."""
    always = {"TELEGRAM_TOKEN": telegram.token, "TELEGRAM_API_BASE": telegram.url}
    if request.param == "sqlite":
        yield always
        return
    with empty_database(request.getfixturevalue("postgres_uri")) as url:
        yield {**always, "DATABASE_URL": url.replace("+psycopg", "")}


@pytest.fixture(scope="module")
def product(home: Path, environment: dict[str, str]) -> Iterator[Product]:
    with running_product(home, **environment) as running:
        yield running
