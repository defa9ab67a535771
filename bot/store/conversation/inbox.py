"""What people sent, until it is answered."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, case, exists, insert, or_, select, update

from bot.conversation import URGENT, Kind, Received, Waiting
from bot.store.database.sealing import Sealer
from bot.store.people.learner_lock import lock_learner
from bot.store.tables.conversation import inbox, messages

WAITING, DONE, LOST = "waiting", "done", "lost"
_before = inbox.alias("before")
_waits_for_engine = exists().where(
    _before.c.learner_id == inbox.c.learner_id, _before.c.id < inbox.c.id, _before.c.state == WAITING, _before.c.attempts > 0
)
_WHAT_NEEDS_NO_ENGINE_FIRST = case((inbox.c.kind.in_(sorted(URGENT)) & _waits_for_engine, 0), else_=1)
"""Trying Rasa once more takes seconds when it hangs. Nobody in danger waits for that."""


class SqlInbox:
    """Implements ``bot.dialogue.ports.Inbox``."""

    def __init__(self, connection: Connection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    def knows(self, learner_id: str, external_name: str) -> bool:
        # Locked first: the same message coming in twice at once must be seen by the second.
        lock_learner(self._connection, learner_id)
        query = select(inbox.c.id).where(inbox.c.name == self._sealer.name(external_name))
        return self._connection.scalar(query) is not None

    def add(self, learner_id: str, external_name: str, received: Received, message_id: int | None, at: datetime) -> None:
        self._connection.execute(
            insert(inbox).values(
                learner_id=learner_id,
                name=self._sealer.name(external_name),
                kind=received.kind,
                message_id=message_id,
                payload=self._sealer.seal(received.payload) if received.payload else None,
                at=at,
                state=WAITING,
            )
        )

    def next_for(self, learner_id: str, after_id: int, now: datetime) -> Waiting | None:
        query = (
            select(inbox, messages.c.text)
            .outerjoin(messages, messages.c.id == inbox.c.message_id)
            .where(inbox.c.learner_id == learner_id, inbox.c.id > after_id, *_due(now))
            .order_by(_WHAT_NEEDS_NO_ENGINE_FIRST, inbox.c.id)
            .limit(1)
        )
        row = self._connection.execute(query).one_or_none()
        if row is None:
            return None
        return Waiting(
            row.id,
            Kind(row.kind),
            row.at,
            text=self._sealer.open(row.text) if row.text else None,
            payload=self._sealer.open(row.payload) if row.payload else None,
            message_id=row.message_id,
            attempts=row.attempts,
        )

    def learners_waiting(self, now: datetime) -> list[str]:
        query = select(inbox.c.learner_id).where(*_due(now)).group_by(inbox.c.learner_id).order_by(inbox.c.learner_id)
        return list(self._connection.scalars(query))

    def retry(self, inbox_id: int, at: datetime) -> None:
        self._connection.execute(update(inbox).where(inbox.c.id == inbox_id).values(attempts=inbox.c.attempts + 1, retry_at=at))

    def finish(self, inbox_id: int, *, lost: bool = False) -> None:
        self._close(inbox.c.id == inbox_id, LOST if lost else DONE)

    def finish_before(self, learner_id: str, inbox_id: int) -> None:
        self._close((inbox.c.learner_id == learner_id) & (inbox.c.id < inbox_id) & (inbox.c.state == WAITING), DONE)

    def _close(self, which: ColumnElement[bool], state: str) -> None:
        self._connection.execute(update(inbox).where(which).values(state=state, kind=None, payload=None, retry_at=None))


def _due(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return inbox.c.state == WAITING, or_(inbox.c.retry_at.is_(None), inbox.c.retry_at <= now)
