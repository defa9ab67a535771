"""The private logbook in the database."""

from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.errors import UnknownLearner
from bot.learners.models import LogLine
from bot.store.database.sealing import Sealer
from bot.store.tables.learners import logbook


class SqlLogbook:
    """Implements ``bot.learners.ports.Logbook``."""

    def __init__(self, connection: Connection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    def add(self, learner_id: str, text: str, at: datetime) -> LogLine:
        row = {"learner_id": learner_id, "text": self._sealer.seal(text), "written_at": at}
        try:
            key = self._connection.execute(insert(logbook).values(row).returning(logbook.c.id)).scalar_one()
        except IntegrityError as error:
            raise UnknownLearner from error
        return LogLine(key, learner_id, text, at)

    def lines(self, learner_id: str, limit: int) -> list[LogLine]:
        newest = select(logbook).where(logbook.c.learner_id == learner_id).order_by(logbook.c.id.desc()).limit(limit)
        return [LogLine(row.id, row.learner_id, self._sealer.open(row.text), row.written_at) for row in self._connection.execute(newest)]

    def reword(self, learner_id: str, line_id: int, text: str) -> bool:
        own = (logbook.c.id == line_id) & (logbook.c.learner_id == learner_id)
        return self._connection.execute(update(logbook).where(own).values(text=self._sealer.seal(text))).rowcount > 0

    def remove(self, learner_id: str, line_id: int) -> None:
        self._connection.execute(delete(logbook).where((logbook.c.id == line_id) & (logbook.c.learner_id == learner_id)))

    def clear(self, learner_id: str) -> None:
        self._connection.execute(delete(logbook).where(logbook.c.learner_id == learner_id))

    def count(self, learner_id: str) -> int:
        return self._connection.scalar(select(func.count()).where(logbook.c.learner_id == learner_id)) or 0
