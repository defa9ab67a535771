"""Searches that found nothing, in the database."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import Connection, select

from bot.catalogue.demand import Unmet
from bot.store.database.upsert import insert_into
from bot.store.tables.demand import unmet_searches


class SqlUnmets:
    """Implements ``bot.catalogue.demand.Unmets``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def note(self, searches: Iterable[Unmet]) -> None:
        rows = [
            {"learner_id": each.learner_id, "quarter": each.quarter.isoformat(), "topic": each.topic, "region": each.region, "at": each.at}
            for each in searches
        ]
        if rows:
            self._connection.execute(insert_into(self._connection.dialect.name, unmet_searches).on_conflict_do_nothing(), rows)

    def of(self, quarter: date) -> Sequence[Unmet]:
        found = select(unmet_searches).where(unmet_searches.c.quarter == quarter.isoformat())
        return [Unmet(row.learner_id, quarter, row.topic, row.region, row.at) for row in self._connection.execute(found)]
