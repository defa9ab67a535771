"""Who needs a nudge planned. Whatever changes a person's plans puts them in the queue, so that looking costs no more than what waits."""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from functools import cache

from sqlalchemy import Connection, Delete, and_, delete, literal, not_, or_, select

from bot.learners.models import NudgeState
from bot.nudges.models import DueState
from bot.store.database.many import add_all, among, is_among, one_of
from bot.store.database.types import UtcDateTime
from bot.store.database.upsert import Insert, insert_into
from bot.store.nudges.due_states import IS_OPEN
from bot.store.tables.learners import learners
from bot.store.tables.nudges import due_nudges, nudge_looks

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
"""Earlier than any moment, whatever the clock."""

_PAUSED = learners.c.nudge_state == NudgeState.PAUSED.value
_WILLING = or_(learners.c.nudge_state == NudgeState.ON.value, and_(_PAUSED, learners.c.paused_until.is_not(None)))
_OUTDATED = or_(
    not_(_WILLING),
    and_(_PAUSED, due_nudges.c.due_at < learners.c.paused_until),
    due_nudges.c.for_every_days.is_distinct_from(learners.c.every_days),
    due_nudges.c.for_part.is_distinct_from(learners.c.day_part),
    due_nudges.c.for_weekday.is_distinct_from(learners.c.weekday),
    due_nudges.c.for_shift.is_distinct_from(learners.c.shift),
    due_nudges.c.for_hours.is_distinct_from(learners.c.hours),
    and_(learners.c.outside_experiment, due_nudges.c.experiment.is_not(None)),
)
_PLANNED = due_nudges.c.state == DueState.PLANNED.value
_OPEN = (due_nudges.c.learner_id == learners.c.id) & IS_OPEN
_QUEUED = nudge_looks.c.learner_id == learners.c.id


class SqlPlanningQueue:
    """Implements ``bot.nudges.ports.PlanningQueue``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def waiting(self, now: datetime, limit: int) -> list[str]:
        found = select(nudge_looks.c.learner_id).where(nudge_looks.c.at <= now).order_by(nudge_looks.c.at, nudge_looks.c.learner_id)
        return list(self._connection.scalars(found.limit(limit)))

    def outdated(self, due_ids: Collection[int]) -> set[int]:
        found = select(due_nudges.c.id).join(learners, due_nudges.c.learner_id == learners.c.id)
        return set(self._connection.scalars(found.where(one_of(self._connection, due_nudges.c.id, due_ids), _PLANNED, _OUTDATED)))

    def look_again(self, moments: Mapping[str, datetime]) -> None:
        look_at(self._connection, moments)

    def forget(self, learner_ids: Collection[str]) -> None:
        self._connection.execute(_forgetting(self._connection.dialect.name), among(self._connection, learner_ids))

    def sweep(self) -> None:
        rows = learners.outerjoin(due_nudges, _OPEN).outerjoin(nudge_looks, _QUEUED)
        forgotten = or_(and_(due_nudges.c.id.is_(None), _WILLING), and_(_PLANNED, _OUTDATED))
        found = select(learners.c.id, literal(AT_ONCE, UtcDateTime)).select_from(rows).where(nudge_looks.c.learner_id.is_(None), forgotten)
        self._connection.execute(insert_into(self._connection.dialect.name, nudge_looks).from_select(["learner_id", "at"], found))


def look_at_once(connection: Connection, learner_ids: Iterable[str]) -> None:
    """Put people in the queue because something about them changed."""
    look_at(connection, dict.fromkeys(learner_ids, AT_ONCE))


def look_at(connection: Connection, moments: Mapping[str, datetime]) -> None:
    """Have the planner look at people at their moments, and not before."""
    if not moments:
        return
    rows = [{"learner_id": learner_id, "at": at} for learner_id, at in sorted(moments.items())]
    add_all(connection, _looking(connection.dialect.name), rows)


@cache
def _looking(dialect: str) -> Insert:
    insert = insert_into(dialect, nudge_looks)
    return insert.on_conflict_do_update(index_elements=["learner_id"], set_={"at": insert.excluded.at})


@cache
def _forgetting(dialect: str) -> Delete:
    return delete(nudge_looks).where(is_among(dialect, nudge_looks.c.learner_id))
