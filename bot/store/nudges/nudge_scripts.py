"""Nudge scripts and their versions in the database."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.errors import ScriptConflict
from bot.nudges.deciding.policy import Current
from bot.nudges.models import Script
from bot.nudges.ports import VersionInfo
from bot.nudges.writing.shape import WrittenScript, to_body, to_script
from bot.store.tables.nudges import nudge_script_versions, nudge_scripts

_versions = nudge_script_versions.c
_NUMBERS = select(nudge_scripts.c.id, nudge_scripts.c.version, nudge_scripts.c.archived_at.is_not(None))


class SqlScripts:
    """Implements ``bot.nudges.ports.Scripts``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Mapping[str, Current]:
        return {row.id: _current(row) for row in self._connection.execute(_joined().order_by(nudge_scripts.c.id))}

    def numbers(self) -> Mapping[str, tuple[int, bool]]:
        return {script_id: (version, bool(archived)) for script_id, version, archived in self._connection.execute(_NUMBERS)}

    def current(self, script_id: str) -> Current | None:
        row = self._connection.execute(_joined().where(nudge_scripts.c.id == script_id)).one_or_none()
        return _current(row) if row else None

    def for_change(self, script_id: str) -> Current | None:
        self._connection.execute(select(nudge_scripts.c.id).where(nudge_scripts.c.id == script_id).with_for_update())
        return self.current(script_id)

    def published_at(self) -> Mapping[str, datetime]:
        newest = select(_versions.script_id, func.max(_versions.made_at).label("at")).group_by(_versions.script_id)
        return {row.script_id: row.at for row in self._connection.execute(newest)}

    def version(self, script_id: str, version: int) -> Script | None:
        found = select(_versions.body).where(_versions.script_id == script_id, _versions.version == version)
        body = self._connection.scalar(found)
        return _script(body, version) if body else None

    def versions(self, script_id: str) -> list[VersionInfo]:
        found = select(nudge_script_versions).where(_versions.script_id == script_id).order_by(_versions.version.desc())
        return [_version(row) for row in self._connection.execute(found)]

    def publish(self, script: Script, at: datetime, made_by: str | None) -> None:
        body = json.dumps(to_body(script), ensure_ascii=False)
        row = {"script_id": script.id, "version": script.version, "body": body, "made_at": at, "made_by": made_by}
        try:
            with self._connection.begin_nested():
                if not self._change(nudge_scripts.c.id == script.id, version=script.version):
                    self._connection.execute(insert(nudge_scripts).values(id=script.id, version=script.version))
                self._connection.execute(insert(nudge_script_versions).values(row))
        except IntegrityError as error:
            raise ScriptConflict(f"{script.id} version {script.version}") from error

    def archive(self, script_id: str, at: datetime | None) -> None:
        self._change(nudge_scripts.c.id == script_id, archived_at=at)

    def _change(self, condition: ColumnElement[bool], **columns: object) -> int:
        return self._connection.execute(update(nudge_scripts).where(condition).values(**columns)).rowcount


def _version(row: Row[Any]) -> VersionInfo:
    return VersionInfo(row.version, row.made_at, row.made_by, _script(row.body, row.version))


def _joined() -> Select[Any]:
    counts = (_versions.script_id == nudge_scripts.c.id) & (_versions.version == nudge_scripts.c.version)
    return select(nudge_scripts, _versions.body).join(nudge_script_versions, counts)


def _current(row: Row[Any]) -> Current:
    return Current(_script(row.body, row.version), archived=row.archived_at is not None)


@lru_cache(maxsize=1024)
def _script(body: str, version: int) -> Script:
    # A version never changes, so reading it once is enough; every planned nudge needs them all.
    return to_script(WrittenScript.model_validate_json(body), version)
