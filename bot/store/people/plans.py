"""If-then plans in the database."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.errors import UnknownLearner
from bot.learners.models import Plan
from bot.store.database.many import among, is_among
from bot.store.database.sealing import Sealer
from bot.store.tables.learners import plans


class SqlPlans:
    """Implements ``bot.learners.ports.Plans``."""

    def __init__(self, connection: Connection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    def add(self, learner_id: str, *, item_id: str, item_title: str, moment: str, at: datetime) -> Plan:
        plan = Plan(0, learner_id, item_id, item_title, moment, made_at=at)
        row = {"learner_id": learner_id, "item_id": item_id, "item_title": item_title, "moment": self._sealer.seal(moment), "made_at": at}
        try:
            return replace(plan, id=self._connection.execute(insert(plans).values(row).returning(plans.c.id)).scalar_one())
        except IntegrityError as error:
            raise UnknownLearner from error

    def newest(self, learner_id: str) -> Plan | None:
        return self._newest(plans.c.learner_id == learner_id)

    def newest_open(self, learner_id: str) -> Plan | None:
        return self._newest((plans.c.learner_id == learner_id) & plans.c.done_at.is_(None))

    def open_titles(self, learner_ids: Collection[str]) -> dict[str, str]:
        found = self._connection.execute(_open_titles(self._connection.dialect.name), among(self._connection, learner_ids))
        return dict(map(tuple, found))

    def move(self, plan_id: int, moment: str) -> None:
        self._connection.execute(update(plans).where(plans.c.id == plan_id).values(moment=self._sealer.seal(moment)))

    def drop(self, plan_id: int) -> None:
        self._connection.execute(delete(plans).where(plans.c.id == plan_id))

    def drop_open(self, learner_id: str, item_id: str) -> None:
        of_item = (plans.c.learner_id == learner_id) & (plans.c.item_id == item_id)
        self._connection.execute(delete(plans).where(of_item & plans.c.done_at.is_(None)))

    def mark_done(self, plan_id: int, at: datetime) -> None:
        self._connection.execute(update(plans).where(plans.c.id == plan_id).values(done_at=at))

    def _newest(self, condition: ColumnElement[bool]) -> Plan | None:
        row = self._connection.execute(select(plans).where(condition).order_by(plans.c.id.desc()).limit(1)).one_or_none()
        if row is None:
            return None
        return Plan(row.id, row.learner_id, row.item_id, row.item_title, self._sealer.open(row.moment), row.made_at, row.done_at)


@cache
def _open_titles(dialect: str) -> Select[Any]:
    undone = is_among(dialect, plans.c.learner_id) & plans.c.done_at.is_(None)
    return select(plans.c.learner_id, plans.c.item_title).where(undone).order_by(plans.c.id)
