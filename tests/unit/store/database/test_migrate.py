from concurrent.futures import ThreadPoolExecutor

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

import bot.store.work  # noqa: F401  # registers every table
from bot.store.database.engine import make_engine
from bot.store.database.metadata import metadata
from bot.store.database.migrate import FOLDER, migrate

AT = {"at": "2026-03-02 10:00:00.000000"}
ROW = "INSERT INTO due_nudges (learner_id, script_id, version, slot, due_at, wake_at, state, attempts, ended_at) VALUES "


def go_to(connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    (command.upgrade if revision == "head" else command.downgrade)(config, revision)


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


def test_a_row_that_ended_without_a_moment_is_no_open_row_afterwards(store_url: str) -> None:
    engine = make_engine(store_url)
    migrate(engine)
    with engine.begin() as connection:
        go_to(connection, "0023")
        connection.execute(
            text(
                "INSERT INTO learners (id, conversation_key, tenant, created_at, last_seen_at, nudge_state, every_days,"
                " interests, groups, formal, form_chosen, outside_experiment)"
                " VALUES ('a', 'c', 'demo', :at, :at, 'on', 7, '[]', '[]', false, false, false)"
            ),
            AT,
        )
        connection.execute(text("INSERT INTO nudge_scripts (id, version) VALUES ('een', 1)"))
        connection.execute(text("INSERT INTO nudge_script_versions (script_id, version, body, made_at) VALUES ('een', 1, '{}', :at)"), AT)
        for slot, state in (("one", "skipped"), ("two", "unknown"), ("three", "planned")):
            connection.execute(text(f"{ROW} ('a', 'een', 1, '{slot}', :at, :at, '{state}', 0, NULL)"), AT)
    with engine.begin() as connection:
        go_to(connection, "head")
        found = connection.execute(text("SELECT slot FROM due_nudges WHERE ended_at IS NULL"))
        assert list(found.scalars()) == ["three"]
    engine.dispose()
