import pytest

from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.dialogue.scene import Scene


@pytest.fixture
def scene(sqlite_store: Store, clock: StoppedClock) -> Scene:
    return Scene(sqlite_store, clock)


@pytest.fixture
def any_scene(store: Store, clock: StoppedClock) -> Scene:
    """The same on SQLite and on PostgreSQL."""
    return Scene(store, clock)
