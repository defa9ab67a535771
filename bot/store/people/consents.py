"""What people said yes to, in the database."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, func, insert, select, update

from bot.store.tables.learners import consents


class SqlConsents:
    """Implements ``bot.learners.ports.Consents``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def give(self, learner_id: str, what: str, text_version: str, at: datetime) -> None:
        same = select(consents.c.id).where(_standing(learner_id, what), consents.c.text_version == text_version)
        if self._connection.execute(same).first() is None:
            self._connection.execute(insert(consents).values(learner_id=learner_id, what=what, text_version=text_version, given_at=at))

    def withdraw(self, learner_id: str, what: str, at: datetime) -> None:
        self._connection.execute(update(consents).where(_standing(learner_id, what)).values(withdrawn_at=at))

    def since(self, learner_id: str, what: str) -> datetime | None:
        latest = select(func.max(consents.c.given_at)).where(_standing(learner_id, what))
        since: datetime | None = self._connection.execute(latest).scalar_one()
        return since


def _standing(learner_id: str, what: str) -> ColumnElement[bool]:
    return and_(consents.c.learner_id == learner_id, consents.c.what == what, consents.c.withdrawn_at.is_(None))
