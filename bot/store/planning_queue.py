"""Who needs a nudge planned, straight from what people decided: nobody has to tell the planner that something changed."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, not_, or_, select, update

from bot.learners.models import NudgeState
from bot.nudges.models import DueState
from bot.store.due_nudges import OPEN_STATES
from bot.store.tables.learners import learners
from bot.store.tables.nudges import due_nudges, nudge_looks

_PAUSED = learners.c.nudge_state == NudgeState.PAUSED.value
_WILLING = or_(learners.c.nudge_state == NudgeState.ON.value, and_(_PAUSED, learners.c.paused_until.is_not(None)))
_OUTDATED = or_(
    not_(_WILLING),
    and_(_PAUSED, due_nudges.c.due_at < learners.c.paused_until),
    due_nudges.c.for_every_days.is_distinct_from(learners.c.every_days),
    due_nudges.c.for_part.is_distinct_from(learners.c.day_part),
    due_nudges.c.for_weekday.is_distinct_from(learners.c.weekday),
)
_PLANNED = due_nudges.c.state == DueState.PLANNED.value
_LOOK = nudge_looks.c.learner_id == learners.c.id
_OPEN = (due_nudges.c.learner_id == learners.c.id) & due_nudges.c.state.in_(OPEN_STATES)
_PEOPLE = learners.outerjoin(due_nudges, _OPEN).outerjoin(nudge_looks, _LOOK)
_ROWS = due_nudges.join(learners, due_nudges.c.learner_id == learners.c.id).outerjoin(nudge_looks, _LOOK)


class SqlPlanningQueue:
    """Implements ``bot.nudges.ports.PlanningQueue``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def waiting(self, now: datetime, limit: int) -> list[str]:
        ids = dict.fromkeys([*self._outdated(now, limit), *self._without_a_row(now, limit)])
        return list(ids)[:limit]

    def outdated(self, due_id: int) -> bool:
        found = select(due_nudges.c.id).select_from(_ROWS).where(due_nudges.c.id == due_id, _PLANNED, _OUTDATED)
        return self._connection.execute(found).one_or_none() is not None

    def look_again(self, learner_id: str, at: datetime) -> None:
        if self._connection.execute(update(nudge_looks).where(_of(learner_id)).values(at=at)).rowcount == 0:
            self._connection.execute(insert(nudge_looks).values(learner_id=learner_id, at=at))

    def forget(self, learner_id: str) -> None:
        self._connection.execute(delete(nudge_looks).where(_of(learner_id)))

    def _outdated(self, now: datetime, limit: int) -> list[str]:
        found = select(due_nudges.c.learner_id).select_from(_ROWS).where(_PLANNED, _OUTDATED, _look_now(now))
        return list(self._connection.scalars(found.order_by(due_nudges.c.id).limit(limit)))

    def _without_a_row(self, now: datetime, limit: int) -> list[str]:
        missing = (_WILLING, due_nudges.c.id.is_(None), _look_now(now))
        found = select(learners.c.id).select_from(_PEOPLE).where(*missing).order_by(learners.c.id).limit(limit)
        return list(self._connection.scalars(found))


def _of(learner_id: str) -> ColumnElement[bool]:
    return nudge_looks.c.learner_id == learner_id


def _look_now(now: datetime) -> ColumnElement[bool]:
    return or_(nudge_looks.c.at.is_(None), nudge_looks.c.at <= now)
