"""Reminders in the database. Their words are sealed."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, exists, insert, select, update

from bot.language.when.rhythm import Rhythm
from bot.language.when.rhythm_codes import code_of, rhythm_from
from bot.nudges.reminder import Reminder, ReminderState
from bot.store.database.sealing import Sealer
from bot.store.tables.reminders import reminders

_PLANNED = reminders.c.state == ReminderState.PLANNED.value


class SqlReminders:
    """Implements ``bot.nudges.ports.Reminders`` and ``bot.learners.ports.Reminders``."""

    def __init__(self, connection: Connection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    def add(self, learner_id: str, text: str, due_at: datetime, now: datetime, rhythm: Rhythm | None = None) -> Reminder:
        times = {"due_at": due_at, "wake_at": due_at, "made_at": now}
        row = {"learner_id": learner_id, "text": self._sealer.seal(text), "rhythm": code_of(rhythm) if rhythm else None, **times}
        added = insert(reminders).values(**row, state=ReminderState.PLANNED.value).returning(reminders)
        return self._reminder(self._connection.execute(added).one())

    def planned(self, learner_id: str) -> tuple[Reminder, ...]:
        theirs = select(reminders).where(reminders.c.learner_id == learner_id, _PLANNED)
        return tuple(self._reminder(row) for row in self._connection.execute(theirs.order_by(reminders.c.due_at, reminders.c.id)))

    def are_planned(self, learner_id: str) -> bool:
        return bool(self._connection.scalar(select(exists().where(reminders.c.learner_id == learner_id, _PLANNED))))

    def last_said(self, learner_id: str) -> Reminder | None:
        said = select(reminders).where(reminders.c.learner_id == learner_id, reminders.c.state == ReminderState.SAID.value)
        row = self._connection.execute(said.order_by(reminders.c.ended_at.desc(), reminders.c.id.desc()).limit(1)).one_or_none()
        return self._reminder(row) if row else None

    def due(self, now: datetime, limit: int) -> list[tuple[int, str]]:
        ripe = select(reminders.c.id, reminders.c.learner_id).where(_PLANNED, reminders.c.wake_at <= now)
        rows = self._connection.execute(ripe.order_by(reminders.c.wake_at, reminders.c.id).limit(limit))
        return [(row.id, row.learner_id) for row in rows]

    def take(self, reminder_id: int, now: datetime) -> Reminder | None:
        ripe = select(reminders).where(reminders.c.id == reminder_id, _PLANNED, reminders.c.wake_at <= now)
        row = self._connection.execute(ripe.with_for_update()).one_or_none()
        return self._reminder(row) if row else None

    def wait(self, reminder_id: int, until: datetime) -> None:
        self._change(reminders.c.id == reminder_id, wake_at=until)

    def end(self, reminder_id: int, state: ReminderState, at: datetime) -> None:
        self._change(reminders.c.id == reminder_id, state=state.value, ended_at=at)

    def cancel(self, learner_id: str, reminder_id: int, at: datetime) -> bool:
        theirs = (reminders.c.learner_id == learner_id) & (reminders.c.id == reminder_id)
        return self._change(theirs, state=ReminderState.CANCELLED.value, ended_at=at) == 1

    def cancel_all(self, learner_id: str, at: datetime) -> None:
        self._change(reminders.c.learner_id == learner_id, state=ReminderState.CANCELLED.value, ended_at=at)

    def hold(self, learner_id: str, until: datetime) -> None:
        self.release(learner_id)  # the latest pause counts, also when it is the shorter one
        self._change((reminders.c.learner_id == learner_id) & (reminders.c.due_at < until), wake_at=until)

    def release(self, learner_id: str) -> None:
        self._change(reminders.c.learner_id == learner_id, wake_at=reminders.c.due_at)

    def _change(self, condition: ColumnElement[bool], **columns: object) -> int:
        return self._connection.execute(update(reminders).where(condition, _PLANNED).values(**columns)).rowcount

    def _reminder(self, row: Row[Any]) -> Reminder:
        return Reminder(
            row.id,
            row.learner_id,
            self._sealer.open(row.text),
            row.due_at,
            row.made_at,
            ReminderState(row.state),
            row.ended_at,
            rhythm_from(row.rhythm) if row.rhythm else None,
        )
