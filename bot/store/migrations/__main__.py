"""Writes a new migration from the difference between the tables and an empty, migrated database."""

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config

from bot.store.database.engine import make_engine
from bot.store.database.migrate import FOLDER, migrate

number, *words = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    engine = make_engine(f"sqlite:///{Path(folder) / 'empty.db'}")
    if any((FOLDER / "versions").glob("0*.py")):
        migrate(engine)
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.revision(config, message=" ".join(words), rev_id=number, autogenerate=True)
