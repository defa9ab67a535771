"""Due nudges in the database. Every change of state names the state it changes from, so that nothing happens twice."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.learners.models import NudgePreferences
from bot.nudges.models import DueNudge, DueState, Reason, Script
from bot.store.tables.nudges import due_nudges

OPEN_STATES = (DueState.PLANNED.value, DueState.CLAIMED.value, DueState.SENDING.value)


class SqlDueNudges:
    """Implements ``bot.nudges.ports.DueNudges``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_id(self, due_id: int) -> DueNudge | None:
        row = self._connection.execute(select(due_nudges).where(due_nudges.c.id == due_id)).one_or_none()
        return _due(row) if row else None

    def open_for(self, learner_id: str) -> DueNudge | None:
        theirs = select(due_nudges).where(due_nudges.c.learner_id == learner_id, due_nudges.c.state.in_(OPEN_STATES))
        row = self._connection.execute(theirs).one_or_none()
        return _due(row) if row else None

    def of(self, learner_id: str, since: datetime) -> tuple[DueNudge, ...]:
        theirs = select(due_nudges).where(due_nudges.c.learner_id == learner_id, due_nudges.c.due_at > since)
        return tuple(_due(row) for row in self._connection.execute(theirs.order_by(due_nudges.c.due_at, due_nudges.c.id)))

    def plan(self, learner_id: str, script: Script, slot: str, due_at: datetime, wanted: NudgePreferences) -> DueNudge | None:
        part = wanted.part.value if wanted.part else None
        made_for = {"for_every_days": wanted.every_days, "for_part": part, "for_weekday": wanted.weekday}
        return self._add(learner_id, script, slot, due_at, state=DueState.PLANNED.value, **made_for)

    def record_sent(self, learner_id: str, script: Script, slot: str, at: datetime, reason: Reason) -> DueNudge | None:
        return self._add(learner_id, script, slot, at, state=DueState.SENT.value, reason=reason.value, sent_at=at, ended_at=at)

    def drop(self, due_id: int) -> None:
        self._connection.execute(delete(due_nudges).where(due_nudges.c.id == due_id, _in(DueState.PLANNED)))

    def claim(self, owner: str, now: datetime, lease_until: datetime, limit: int) -> list[DueNudge]:
        # SQLite takes its write lock when the transaction begins; PostgreSQL skips rows another process is claiming.
        ripe = (
            select(due_nudges)
            .where(_in(DueState.PLANNED), due_nudges.c.wake_at <= now)
            .order_by(due_nudges.c.wake_at, due_nudges.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        claimed = [_due(row, state=DueState.CLAIMED) for row in self._connection.execute(ripe)]
        ids = [due.id for due in claimed]
        change = {"state": DueState.CLAIMED.value, "owner": owner, "lease_until": lease_until}
        self._connection.execute(update(due_nudges).where(due_nudges.c.id.in_(ids)).values(change))
        return claimed

    def mark_sending(self, due_id: int, owner: str, now: datetime, lease_until: datetime) -> bool:
        claimed = (due_nudges.c.id == due_id) & _in(DueState.CLAIMED) & (due_nudges.c.owner == owner)
        return self._change(claimed, state=DueState.SENDING.value, sent_at=now, lease_until=lease_until)

    def put_back(self, due_id: int, owner: str, wake_at: datetime, *, attempts: int) -> bool:
        mine = (due_nudges.c.id == due_id) & _in(DueState.CLAIMED, DueState.SENDING) & (due_nudges.c.owner == owner)
        waiting = {"state": DueState.PLANNED.value, "owner": None, "lease_until": None, "sent_at": None}
        return self._change(mine, **waiting, wake_at=wake_at, attempts=attempts)

    def end(self, due_id: int, owner: str | None, state: DueState, reason: Reason, at: datetime) -> bool:
        held = _in(DueState.PLANNED) if owner is None else _held_by(owner)
        return self._change((due_nudges.c.id == due_id) & held, state=state.value, reason=reason.value, ended_at=at)

    def recover(self, now: datetime) -> dict[DueState, int]:
        lost = due_nudges.c.lease_until < now
        unclear = {"state": DueState.UNKNOWN.value, "reason": Reason.LEASE_LOST.value, "ended_at": now}
        again = {"state": DueState.PLANNED.value, "owner": None, "lease_until": None}
        return {
            DueState.UNKNOWN: self._count(lost & _in(DueState.SENDING), unclear),
            DueState.PLANNED: self._count(lost & _in(DueState.CLAIMED), again),
        }

    def answer(self, due_id: int, label: str, at: datetime, quiet_until: datetime | None) -> None:
        self._change(due_nudges.c.id == due_id, answer=label, answered_at=at, quiet_until=quiet_until)

    def _add(self, learner_id: str, script: Script, slot: str, due_at: datetime, **columns: object) -> DueNudge | None:
        row = {"learner_id": learner_id, "script_id": script.id, "version": script.version, "slot": slot, "due_at": due_at}
        try:
            with self._connection.begin_nested():
                added = self._connection.execute(insert(due_nudges).values(row | columns | {"wake_at": due_at}).returning(due_nudges))
                return _due(added.one())
        except IntegrityError:
            return None

    def _change(self, condition: ColumnElement[bool], **columns: object) -> bool:
        return self._count(condition, columns) == 1

    def _count(self, condition: ColumnElement[bool], columns: Mapping[str, object]) -> int:
        return self._connection.execute(update(due_nudges).where(condition).values(**columns)).rowcount


def _in(*states: DueState) -> ColumnElement[bool]:
    return due_nudges.c.state.in_([state.value for state in states])


def _held_by(owner: str) -> ColumnElement[bool]:
    # Whoever sent a row may still say how it ended after the lease ran out and the row was called unknown.
    lost = _in(DueState.UNKNOWN) & (due_nudges.c.reason == Reason.LEASE_LOST.value)
    return (due_nudges.c.owner == owner) & (_in(DueState.CLAIMED, DueState.SENDING) | lost)


def _due(row: Row[Any], state: DueState | None = None) -> DueNudge:
    return DueNudge(
        id=row.id,
        learner_id=row.learner_id,
        script_id=row.script_id,
        version=row.version,
        slot=row.slot,
        due_at=row.due_at,
        state=state or DueState(row.state),
        reason=Reason(row.reason) if row.reason else None,
        attempts=row.attempts,
        sent_at=row.sent_at,
        ended_at=row.ended_at,
        answer=row.answer,
        answered_at=row.answered_at,
        quiet_until=row.quiet_until,
    )
