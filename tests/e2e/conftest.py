"""One product per database, with a fake Telegram beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.product import Product, running_product
from tests.fakes.telegram_server import FakeTelegram


@pytest.fixture(scope="module")
def telegram() -> Iterator[FakeTelegram]:
    with FakeTelegram() as fake:
        yield fake


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def product_environment(telegram: FakeTelegram) -> dict[str, str]:
    return {"TELEGRAM_TOKEN": telegram.token, "TELEGRAM_API_BASE": telegram.url}


@pytest.fixture(scope="module")
def product(home: Path, product_environment: dict[str, str]) -> Iterator[Product]:
    """The product on SQLite."""
    with running_product(home, **product_environment) as running:
        yield running
