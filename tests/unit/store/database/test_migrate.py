from concurrent.futures import ThreadPoolExecutor

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

import bot.store.work  # noqa: F401  # registers every table
from bot.store.database.engine import make_engine
from bot.store.database.metadata import metadata
from bot.store.database.migrate import migrate


def test_the_migrations_make_exactly_the_tables_of_the_code(store_url: str) -> None:
    engine = make_engine(store_url)
    migrate(engine)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert differences == []


def test_migrating_twice_changes_nothing(store_url: str) -> None:
    engine = make_engine(store_url)
    migrate(engine)
    migrate(engine)


def test_processes_that_start_together_all_find_a_migrated_database(store_url: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        for result in [pool.submit(migrate, make_engine(store_url)) for _ in range(4)]:
            result.result()


def test_tables_of_rasa_in_the_same_database_are_left_alone(store_url: str) -> None:
    engine = make_engine(store_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE events (sender_id VARCHAR(255))"))
    migrate(engine)
    with engine.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM events")).scalar() == 0
