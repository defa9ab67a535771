"""The delivery log: what was sent and what was not, without saying to whom."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, func, select

from bot.nudges.deciding.facts import read
from bot.nudges.experiment import choice
from bot.nudges.models import DueState, Reason, occasion_of
from bot.nudges.ports import Delivery
from bot.store.tables.nudges import due_nudges

_due = due_nudges.c


class SqlDeliveries:
    """Implements ``bot.nudges.ports.Deliveries``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def page(
        self, *, before_id: int | None = None, limit: int = 50, script_id: str | None = None, reason: Reason | None = None
    ) -> Sequence[Delivery]:
        query = select(due_nudges).order_by(_due.id.desc()).limit(limit)
        if before_id is not None:
            query = query.where(_due.id < before_id)
        if script_id is not None:
            query = query.where(_due.script_id == script_id)
        if reason is not None:
            query = query.where(_due.reason == reason.value)
        return [
            Delivery(
                id=row.id,
                script_id=row.script_id,
                version=row.version,
                due_at=row.due_at,
                state=DueState(row.state),
                reason=Reason(row.reason) if row.reason else None,
                ended_at=row.ended_at,
                answered=row.answered_at is not None,
                occasion=occasion_of(row.slot),
                facts=read(row.facts) if row.facts else None,
                choice=choice.read(row.choice) if row.choice else None,
            )
            for row in self._connection.execute(query)
        ]

    def counts(self, since: datetime) -> Mapping[tuple[DueState, Reason], int]:
        query = select(_due.state, _due.reason, func.count()).where(_due.ended_at >= since).group_by(_due.state, _due.reason)
        return {(DueState(state), Reason(reason)): count for state, reason, count in self._connection.execute(query)}
