from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from bot.learners.identity import Identity
from bot.learners.rights import RightsService
from bot.messages import Address
from bot.store.conversation.rasa_tracker import RasaTracker
from bot.store.database.engine import make_engine
from bot.store.database.metadata import metadata
from bot.store.database.sealing import Sealer
from bot.store.work import Store
from tests.conftest import StoppedClock

ADDRESS = Address("web", "first")


@pytest.fixture(params=["own database", "the product's database"])
def tracker_engine(request: pytest.FixtureRequest, store: Store, tmp_path: Path) -> Iterator[Engine]:
    url = f"sqlite:///{tmp_path / 'rasa.db'}" if request.param == "own database" else store.engine.url
    engine = make_engine(url if isinstance(url, str) else url.render_as_string(hide_password=False))
    yield engine
    engine.dispose()


@pytest.fixture
def with_tracker(store: Store, tracker_engine: Engine) -> Store:
    return Store(store.engine, Sealer("a secret for tests"), RasaTracker(tracker_engine))


def remember(engine: Engine, key: str, at: float) -> None:
    """Store an event the way Rasa does."""
    columns = "sender_id VARCHAR(255), type_name VARCHAR(255), timestamp FLOAT, data TEXT"
    with engine.begin() as connection:
        connection.execute(text(f"CREATE TABLE IF NOT EXISTS events ({columns})"))
        connection.execute(text("INSERT INTO events VALUES (:key, 'user', :at, 'words')"), {"key": key, "at": at})


def remembered(engine: Engine) -> list[str]:
    with engine.begin() as connection:
        return list(connection.scalars(text("SELECT sender_id FROM events ORDER BY sender_id")))


def test_erasing_a_person_erases_rasas_memory_of_them_only(with_tracker: Store, tracker_engine: Engine, clock: StoppedClock) -> None:
    learner = Identity(with_tracker.work, clock).recognise(ADDRESS)
    for key in (learner.conversation_key, learner.conversation_key, "c_other"):
        remember(tracker_engine, key, clock.now.timestamp())
    assert RightsService(with_tracker.work, clock).erase(learner.id)["rasa_events"] == 2
    assert remembered(tracker_engine) == ["c_other"]


def test_rasas_memory_is_kept_as_long_as_a_message(with_tracker: Store, tracker_engine: Engine, clock: StoppedClock) -> None:
    remember(tracker_engine, "c_old", clock.now.timestamp() - 1)
    remember(tracker_engine, "c_young", clock.now.timestamp())
    clock.advance(days=30)
    assert RightsService(with_tracker.work, clock).expire() == {"rasa_events": 1}
    assert remembered(tracker_engine) == ["c_young"]


def test_a_tracker_that_stored_nothing_yet_is_no_problem(with_tracker: Store, clock: StoppedClock) -> None:
    learner = Identity(with_tracker.work, clock).recognise(ADDRESS)
    assert "rasa_events" not in RightsService(with_tracker.work, clock).erase(learner.id)


def test_rasas_table_is_not_part_of_the_products_own() -> None:
    assert "events" not in metadata.tables
