"""Alembic's entry point; the connection comes from ``bot.store.database.migrate``."""

from alembic import context

import bot.store.work  # noqa: F401  # every table registers itself by being imported
from bot.store.database.metadata import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    # Rasa keeps its own table in the same database; what is not ours is not our business.
    include_name=lambda name, kind, _: kind != "table" or name in metadata.tables,
)
context.run_migrations()
