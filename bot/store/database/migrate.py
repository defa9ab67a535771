"""Brings a database to the schema that this version needs."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

FOLDER = Path(__file__).parent.parent / "migrations"

_ONE_AT_A_TIME = 0x64757774
"""Key of the advisory lock: of several processes that start together on PostgreSQL, one migrates and the others wait."""


def migrate(engine: Engine) -> None:
    """Apply every migration that is missing; doing it again changes nothing."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
