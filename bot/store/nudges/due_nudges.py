"""Due nudges in the database. Every change of state names the state it changes from, so that nothing happens twice."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Update, bindparam, delete, func, select, update
from sqlalchemy.sql.dml import ReturningUpdate

from bot.learners import hours
from bot.nudges.deciding.facts import Facts, write
from bot.nudges.experiment import choice, plan
from bot.nudges.models import DueNudge, DueState, Reason, Script
from bot.nudges.rows import NewRow
from bot.store.database.many import add_all, among, by_number, is_among, numbered, one_of
from bot.store.database.types import UtcDateTime
from bot.store.database.upsert import Insert, insert_into
from bot.store.nudges.due_states import IS_OPEN, held_by, in_state
from bot.store.nudges.planning_queue import look_at_once
from bot.store.tables.nudges import due_nudges

_READ = tuple(due_nudges.c[field.name] for field in fields(DueNudge))
"""What a ``DueNudge`` is made of, in its order: asking a row for a value by name took longer than reading it."""
_WAITING = {"state": DueState.PLANNED.value, "owner": None, "lease_until": None, "sent_at": None}


class SqlDueNudges:
    """Implements ``bot.nudges.ports.DueNudges``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._dialect = connection.dialect.name

    def by_id(self, due_id: int) -> DueNudge | None:
        row = self._connection.execute(select(*_READ).where(due_nudges.c.id == due_id)).one_or_none()
        return _due(row) if row else None

    def open_for(self, learner_id: str) -> DueNudge | None:
        return self.open_of([learner_id]).get(learner_id)

    def open_of(self, learner_ids: Collection[str]) -> dict[str, DueNudge]:
        theirs = select(*_READ).where(one_of(self._connection, due_nudges.c.learner_id, learner_ids), IS_OPEN)
        return {due.learner_id: due for due in map(_due, self._connection.execute(theirs))}

    def of(self, learner_id: str, since: datetime) -> tuple[DueNudge, ...]:
        return self.of_all([learner_id], since).get(learner_id, ())

    def of_all(self, learner_ids: Collection[str], since: datetime, *, ended: bool = False) -> dict[str, tuple[DueNudge, ...]]:
        found: dict[str, list[DueNudge]] = defaultdict(list)
        asked = (_ended_since if ended else _since)(self._dialect)
        rows = self._connection.execute(asked, among(self._connection, learner_ids) | {"since": since})
        for due in map(_due, rows.all()):
            found[due.learner_id].append(due)
        return {learner_id: tuple(rows) for learner_id, rows in found.items()}

    def plan(self, rows: Sequence[NewRow]) -> set[str]:
        added = add_all(self._connection, _added(self._dialect), [_planned(row) for row in rows], due_nudges.c.learner_id)
        return {learner_id for (learner_id,) in added}

    def record_sent(self, learner_id: str, script: Script, slot: str, at: datetime, reason: Reason) -> DueNudge | None:
        return self._add(_new(learner_id, script, slot, at) | {"state": DueState.SENT.value, "reason": reason.value}, at)

    def begin(self, learner_id: str, script: Script, slot: str, owner: str, at: datetime) -> DueNudge | None:
        unclear = {"state": DueState.UNKNOWN.value, "reason": Reason.LEASE_LOST.value, "owner": owner}
        return self._add(_new(learner_id, script, slot, at) | unclear, at)

    def make_way(self, due_ids: Collection[int], now: datetime) -> int:
        if not due_ids:
            return 0
        planned = self._among(due_ids) & in_state(DueState.PLANNED)
        touched = (due_nudges.c.wake_at <= now) | due_nudges.c.facts.is_not(None)
        ended = self._count(planned & touched, {"state": DueState.SKIPPED.value, "reason": Reason.REPLANNED.value, "ended_at": now})
        self._connection.execute(delete(due_nudges).where(planned))
        return ended

    def ripe(self, now: datetime, limit: int) -> list[DueNudge]:
        return [_due(row) for row in self._connection.execute(_RIPE, {"now": now, "most": limit})]

    def claim(self, owner: str, now: datetime, lease_until: datetime, limit: int) -> list[DueNudge]:
        # SQLite takes its write lock when the transaction begins; PostgreSQL skips rows another process is claiming.
        ripe = self._connection.execute(_RIPE_AND_FREE, {"now": now, "most": limit})
        claimed = [_due(row, DueState.CLAIMED) for row in ripe.all()]
        if claimed:
            ids = among(self._connection, [due.id for due in claimed])
            self._connection.execute(_claimed(self._dialect), ids | {"by": owner, "until": lease_until})
        return claimed

    def mark_sending(self, due_id: int, owner: str, now: datetime, lease_until: datetime) -> bool:
        claimed = (due_nudges.c.id == due_id) & in_state(DueState.CLAIMED) & (due_nudges.c.owner == owner)
        return self._change(claimed, state=DueState.SENDING.value, sent_at=now, lease_until=lease_until)

    def put_back(self, due_id: int, owner: str, wake_at: datetime, *, attempts: int) -> bool:
        mine = (due_nudges.c.id == due_id) & in_state(DueState.CLAIMED, DueState.SENDING) & (due_nudges.c.owner == owner)
        return self._change(mine, **_WAITING, wake_at=wake_at, attempts=attempts)

    def let_wait(self, owner: str, moments: Mapping[int, datetime]) -> None:
        if moments:
            mine = (due_nudges.c.id == bindparam("due_id")) & in_state(DueState.CLAIMED) & (due_nudges.c.owner == owner)
            waiting = update(due_nudges).where(mine).values(_WAITING | {"wake_at": bindparam("until")})
            self._connection.execute(waiting, [{"due_id": due_id, "until": at} for due_id, at in moments.items()])

    def keep_facts(self, owner: str, facts: Mapping[int, Facts]) -> None:
        if facts:
            mine = (due_nudges.c.id == bindparam("due_id")) & in_state(DueState.CLAIMED) & (due_nudges.c.owner == owner)
            kept = update(due_nudges).where(mine).values(facts=bindparam("line"))
            self._connection.execute(kept, [{"due_id": due_id, "line": write(one)} for due_id, one in facts.items()])

    def end(self, due_id: int, owner: str | None, state: DueState, reason: Reason, at: datetime) -> bool:
        return bool(self.end_all([due_id], owner, state, reason, at))

    def end_all(self, due_ids: Collection[int], owner: str | None, state: DueState, reason: Reason, at: datetime) -> set[int]:
        held = self._among(due_ids) & held_by(owner)
        ended = {"state": state.value, "reason": reason.value, "ended_at": at}
        return set(self._connection.scalars(update(due_nudges).where(held).values(ended).returning(due_nudges.c.id)))

    def end_sent(self, facts: Mapping[int, Facts], owner: str, at: datetime) -> set[int]:
        lines = numbered({due_id: write(one) for due_id, one in facts.items()})
        return set(self._connection.scalars(_sent(self._dialect), lines | {"by": owner, "now": at}))

    def recover(self, now: datetime) -> dict[DueState, int]:
        # Whoever was claimed was ripe, which the index knows: without it the two questions would read every row there is.
        lost = (due_nudges.c.wake_at <= now) & (due_nudges.c.lease_until < now)
        unclear = {"state": DueState.UNKNOWN.value, "reason": Reason.LEASE_LOST.value, "ended_at": now}
        again = {"state": DueState.PLANNED.value, "owner": None, "lease_until": None}
        ended = update(due_nudges).where(lost, in_state(DueState.SENDING)).values(unclear).returning(due_nudges.c.learner_id)
        learner_ids = self._connection.scalars(ended).all()
        look_at_once(self._connection, learner_ids)
        return {DueState.UNKNOWN: len(learner_ids), DueState.PLANNED: self._count(lost & in_state(DueState.CLAIMED), again)}

    def answer(self, due_id: int, label: str, at: datetime, quiet_until: datetime | None, *, taken_up: bool | None) -> None:
        known = {} if taken_up is None else {"taken_up": taken_up}
        self._change(due_nudges.c.id == due_id, answer=label, answered_at=at, quiet_until=quiet_until, **known)

    def _add(self, row: dict[str, object], at: datetime) -> DueNudge | None:
        added = self._connection.execute(_added(self._dialect).returning(*_READ), row | {"sent_at": at, "ended_at": at}).one_or_none()
        return _due(added) if added else None

    def _among(self, due_ids: Collection[int]) -> ColumnElement[bool]:
        return one_of(self._connection, due_nudges.c.id, due_ids)

    def count_due(self, now: datetime) -> int:
        return self._connection.scalar(select(func.count()).where(in_state(DueState.PLANNED), due_nudges.c.wake_at <= now)) or 0

    def count_sent(self, since: datetime) -> int:
        own = due_nudges.c.reason.is_distinct_from(Reason.ASKED_FOR.value)
        sent = select(func.count()).where(due_nudges.c.sent_at >= since, own)
        claimed = select(func.count()).where(in_state(DueState.CLAIMED))
        return (self._connection.scalar(sent) or 0) + (self._connection.scalar(claimed) or 0)

    def _change(self, condition: ColumnElement[bool], **columns: object) -> bool:
        return self._count(condition, columns) == 1

    def _count(self, condition: ColumnElement[bool], columns: Mapping[str, object]) -> int:
        return self._connection.execute(update(due_nudges).where(condition).values(**columns)).rowcount


@cache
def _added(dialect: str) -> Insert:
    # A slot that was used, or a second open row, is left out by the unique indexes: no other check is safe.
    return insert_into(dialect, due_nudges).on_conflict_do_nothing()


_RIPE = (
    select(*_READ)
    .where(in_state(DueState.PLANNED), due_nudges.c.wake_at <= bindparam("now"))
    .order_by(due_nudges.c.wake_at, due_nudges.c.id)
    .limit(bindparam("most"))
)
_RIPE_AND_FREE = _RIPE.with_for_update(skip_locked=True)


@cache
def _since(dialect: str) -> Select[Any]:
    theirs = select(*_READ).where(is_among(dialect, due_nudges.c.learner_id), due_nudges.c.due_at > bindparam("since"))
    return theirs.order_by(due_nudges.c.due_at, due_nudges.c.id)


@cache
def _ended_since(dialect: str) -> Select[Any]:
    return _since(dialect).where(~IS_OPEN)


@cache
def _claimed(dialect: str) -> Update:
    change = {"state": DueState.CLAIMED.value, "owner": bindparam("by"), "lease_until": bindparam("until")}
    return update(due_nudges).where(is_among(dialect, due_nudges.c.id)).values(change)


@cache
def _sent(dialect: str) -> ReturningUpdate[tuple[int]]:
    number, line = by_number(dialect)
    claimed = (due_nudges.c.id == number) & in_state(DueState.CLAIMED) & (due_nudges.c.owner == bindparam("by"))
    now = bindparam("now", type_=UtcDateTime)
    sent = {"state": DueState.SENT.value, "reason": Reason.ALLOWED.value, "sent_at": now, "ended_at": now, "facts": line}
    return update(due_nudges).where(claimed).values(sent).returning(due_nudges.c.id)


def _planned(row: NewRow) -> dict[str, object]:
    wanted = row.wanted
    made_for = {
        "for_every_days": wanted.every_days,
        "for_part": wanted.part.value if wanted.part else None,
        "for_weekday": wanted.weekday,
        "for_shift": wanted.shift.value if wanted.shift else None,
        "for_hours": hours.write(wanted.hours),
    }
    chosen = {
        "chosen_by": row.choice.by.value if row.choice else None,
        "choice": choice.write(row.choice) if row.choice else None,
        "experiment": plan.NUMBER if row.choice else None,
    }
    return _new(row.learner_id, row.script, row.slot, row.due_at) | {"state": DueState.PLANNED.value} | made_for | chosen


def _new(learner_id: str, script: Script, slot: str, due_at: datetime) -> dict[str, object]:
    row = {"learner_id": learner_id, "script_id": script.id, "version": script.version, "slot": slot}
    return row | {"due_at": due_at, "wake_at": due_at, "attempts": 0}


def _due(row: Sequence[Any], state: DueState | None = None) -> DueNudge:
    due_id, learner_id, script_id, version, slot, due_at, kept, reason, *others = row
    now = state or DueState(kept)
    return DueNudge(due_id, learner_id, script_id, version, slot, due_at, now, Reason(reason) if reason else None, *others)
