"""Where each conversation stands."""

from dataclasses import asdict

from sqlalchemy import Connection, insert, select, update

from bot.conversation import Talk
from bot.store.tables.conversation import conversations


class SqlTalks:
    """Implements ``bot.dialogue.ports.Talks``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, learner_id: str) -> Talk:
        row = self._connection.execute(select(conversations).where(conversations.c.learner_id == learner_id)).one_or_none()
        if row is None:
            return Talk()
        return Talk(row.welcomed, row.leave_form, row.erase_asked_at, row.told_engine_is_down)

    def save(self, learner_id: str, talk: Talk) -> None:
        changed = self._connection.execute(update(conversations).where(conversations.c.learner_id == learner_id).values(asdict(talk)))
        if not changed.rowcount:
            self._connection.execute(insert(conversations).values(learner_id=learner_id, **asdict(talk)))
