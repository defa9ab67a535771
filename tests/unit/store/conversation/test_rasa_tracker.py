import json
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
from bot.store.database.sealing import CONVERSATIONS, Sealer
from bot.store.work import Store
from tests.conftest import StoppedClock

ADDRESS = Address("web", "first")
SEALER = Sealer("a secret for tests", CONVERSATIONS)


@pytest.fixture(params=["own database", "the product's database"])
def tracker_engine(request: pytest.FixtureRequest, store: Store, tmp_path: Path) -> Iterator[Engine]:
    url = f"sqlite:///{tmp_path / 'rasa.db'}" if request.param == "own database" else store.engine.url
    engine = make_engine(url if isinstance(url, str) else url.render_as_string(hide_password=False))
    yield engine
    engine.dispose()


@pytest.fixture
def with_tracker(store: Store, tracker_engine: Engine) -> Store:
    return Store(store.engine, Sealer("a secret for tests"), RasaTracker(tracker_engine, SEALER))


def remember(engine: Engine, key: str, at: float, data: str = "words") -> None:
    """Store an event the way Rasa does."""
    columns = "id INTEGER, sender_id VARCHAR(255), type_name VARCHAR(255), timestamp FLOAT, data TEXT"
    with engine.begin() as connection:
        connection.execute(text(f"CREATE TABLE IF NOT EXISTS events ({columns})"))
        number = connection.scalar(text("SELECT count(*) FROM events"))
        row = {"number": number, "key": key, "at": at, "data": data}
        connection.execute(text("INSERT INTO events VALUES (:number, :key, 'user', :at, :data)"), row)


def remembered(engine: Engine) -> list[str]:
    with engine.begin() as connection:
        return list(connection.scalars(text("SELECT sender_id FROM events ORDER BY sender_id")))


def test_erasing_a_person_erases_rasas_memory_of_them_only(with_tracker: Store, tracker_engine: Engine, clock: StoppedClock) -> None:
    learner = Identity(with_tracker.work, clock).recognise(ADDRESS)
    for key in (learner.conversation_key, learner.conversation_key, "c_other"):
        remember(tracker_engine, key, clock.now.timestamp())
    assert RightsService(with_tracker.work, clock).erase(learner.id)["rasa_events"] == 2
    assert remembered(tracker_engine) == ["c_other"]


def test_a_person_takes_along_what_rasa_remembers_also_from_before_it_was_sealed(
    with_tracker: Store, tracker_engine: Engine, clock: StoppedClock
) -> None:
    learner = Identity(with_tracker.work, clock).recognise(ADDRESS)
    first, second = {"event": "user", "text": "iets met hout"}, {"event": "slot", "name": "wish", "value": "hout"}
    stored = [
        json.dumps(first),
        SEALER.seal(json.dumps(second)),
        "{broken",
        Sealer("another", CONVERSATIONS).seal("{}"),
        SEALER.seal("words"),
    ]
    for data in stored:
        remember(tracker_engine, learner.conversation_key, clock.now.timestamp(), data)
    remember(tracker_engine, "c_other", clock.now.timestamp(), stored[0])
    assert RightsService(with_tracker.work, clock).export(learner.id)["rasa_events"] == [first, second]


def test_rasas_memory_is_kept_as_long_as_a_message(with_tracker: Store, tracker_engine: Engine, clock: StoppedClock) -> None:
    remember(tracker_engine, "c_old", clock.now.timestamp() - 1)
    remember(tracker_engine, "c_young", clock.now.timestamp())
    clock.advance(days=30)
    assert RightsService(with_tracker.work, clock).expire() == {"rasa_events": 1}
    assert remembered(tracker_engine) == ["c_young"]


def test_a_tracker_that_stored_nothing_yet_is_no_problem(with_tracker: Store, clock: StoppedClock) -> None:
    learner = Identity(with_tracker.work, clock).recognise(ADDRESS)
    assert "rasa_events" not in RightsService(with_tracker.work, clock).export(learner.id)
    assert "rasa_events" not in RightsService(with_tracker.work, clock).erase(learner.id)


def test_rasas_table_is_not_part_of_the_products_own() -> None:
    assert "events" not in metadata.tables
