"""Drafts of nudge scripts in the database."""

import json
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select
from sqlalchemy.exc import IntegrityError

from bot.nudges.ports import Draft
from bot.store.tables.nudges import nudge_script_drafts


class SqlScriptDrafts:
    """Implements ``bot.nudges.ports.ScriptDrafts``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Draft]:
        found = select(nudge_script_drafts).order_by(nudge_script_drafts.c.script_id)
        return [_draft(row) for row in self._connection.execute(found)]

    def get(self, script_id: str) -> Draft | None:
        found = select(nudge_script_drafts).where(nudge_script_drafts.c.script_id == script_id)
        row = self._connection.execute(found).one_or_none()
        return _draft(row) if row else None

    def save(self, draft: Draft) -> None:
        self.remove(draft.script_id)
        row = {"script_id": draft.script_id, "body": json.dumps(dict(draft.body), ensure_ascii=False), "based_on": draft.based_on}
        with suppress(IntegrityError), self._connection.begin_nested():  # somebody saved at the very same moment
            self._connection.execute(insert(nudge_script_drafts).values(**row, saved_at=draft.saved_at, saved_by=draft.saved_by))

    def remove(self, script_id: str) -> None:
        self._connection.execute(delete(nudge_script_drafts).where(nudge_script_drafts.c.script_id == script_id))


def _draft(row: Row[Any]) -> Draft:
    return Draft(row.script_id, json.loads(row.body), row.based_on, row.saved_at, row.saved_by)
