"""Checks of schemes in the database."""

from dataclasses import asdict

from sqlalchemy import Connection, select

from bot.catalogue.money.checks import SchemeCheck
from bot.store.database.upsert import insert_into
from bot.store.tables.schemes import scheme_checks


class SqlSchemeChecks:
    """Implements ``bot.catalogue.money.checks.SchemeChecks``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[SchemeCheck]:
        return [SchemeCheck(**row) for row in self._connection.execute(select(scheme_checks)).mappings()]

    def save(self, check: SchemeCheck) -> None:
        row = asdict(check)
        insert = insert_into(self._connection.dialect.name, scheme_checks).values(row)
        self._connection.execute(insert.on_conflict_do_update(index_elements=["scheme_id"], set_=row))
