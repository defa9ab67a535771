"""Every table with personal data, how long its rows are kept, and what export, erase and expire do with them.

A new table with a ``learner_id`` column needs one line in ``REGISTRY``; nothing else.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from sqlalchemy import Connection, Select, Table, delete, select

from bot.store.conversation.rasa_tracker import RasaTracker
from bot.store.database.metadata import metadata
from bot.store.database.sealing import Sealer
from bot.store.tables.conversation import buttons, conversations, inbox, messages
from bot.store.tables.demand import unmet_searches
from bot.store.tables.learners import addresses, consents, learners, logbook, plans
from bot.store.tables.nudges import due_nudges, nudge_looks
from bot.store.tables.reminders import reminders


class Keep(Enum):
    """How long a row is kept."""

    WITH_LEARNER = "with the learner"
    AS_MESSAGE = "as a message"
    AS_EVENT = "as an event"


@dataclass(frozen=True)
class Periods:
    """Retention of domain rule P7."""

    inactive_learner: timedelta = timedelta(days=365)
    message: timedelta = timedelta(days=30)
    event: timedelta = timedelta(days=396)

    def of(self, keep: Keep) -> timedelta:
        """Return how long a row of this sort is kept, counted from its own date."""
        return {Keep.AS_MESSAGE: self.message, Keep.AS_EVENT: self.event}[keep]


@dataclass(frozen=True)
class Personal:
    """How the rows of one table belong to a person."""

    sealed: tuple[str, ...] = ()
    """Columns that are opened for an export."""
    internal: tuple[str, ...] = ()
    """Columns that mean nothing to the person and stay out of an export."""
    keep: Keep = Keep.WITH_LEARNER
    dated: str | None = None
    """Column from which ``keep`` counts; None when rows live as long as the learner."""
    owner: str = "learner_id"


REGISTRY: dict[Table, Personal] = {
    learners: Personal(sealed=("wish", "place"), internal=("id", "conversation_key"), owner="id"),
    addresses: Personal(sealed=("value",), internal=("name", "free_at", "held_until")),
    consents: Personal(internal=("id",)),
    plans: Personal(sealed=("moment",), internal=("id",)),
    logbook: Personal(sealed=("text",), internal=("id",)),
    due_nudges: Personal(
        # ``choice`` holds what others took up; how this person's nudge was chosen is in ``chosen_by``.
        internal=(
            *("id", "wake_at", "attempts", "owner", "lease_until", "for_every_days", "for_part", "for_weekday", "for_shift"),
            *("for_hours", "choice", "experiment"),
        ),
        keep=Keep.AS_EVENT,
        dated="due_at",
    ),
    conversations: Personal(internal=("leave_form", "told_engine_is_down")),
    messages: Personal(sealed=("text",), internal=("id", "attempts", "retry_at"), keep=Keep.AS_MESSAGE, dated="at"),
    buttons: Personal(
        sealed=("titles", "payloads"), internal=("id", "message_id", "position", "payloads"), keep=Keep.AS_MESSAGE, dated="at"
    ),
    inbox: Personal(sealed=("payload",), internal=("id", "name", "message_id", "attempts", "retry_at"), keep=Keep.AS_MESSAGE, dated="at"),
    nudge_looks: Personal(internal=("at",)),
    # From the moment it is looked at: one that a pause holds back must outlive the pause.
    reminders: Personal(sealed=("text",), internal=("id", "wake_at"), keep=Keep.AS_MESSAGE, dated="wake_at"),
    unmet_searches: Personal(keep=Keep.AS_EVENT, dated="at"),
}

BATCH = 200
"""Learners forgotten in one transaction."""
TRACKER = "rasa_events"
"""Name of Rasa's tracker in what ``export`` gives and ``erase`` and ``expire`` report."""


class SqlPersonalData:
    """Implements ``bot.learners.ports.PersonalData``."""

    def __init__(self, connection: Connection, sealer: Sealer, tracker: RasaTracker | None = None, periods: Periods | None = None) -> None:
        self._connection = connection
        self._sealer = sealer
        self._tracker = tracker
        self._periods = periods or Periods()

    def export(self, learner_id: str) -> dict[str, list[dict[str, Any]]]:
        found = {table.name: self._rows(table, personal, learner_id) for table, personal in REGISTRY.items()}
        key = self._connection.scalar(select(learners.c.conversation_key).where(learners.c.id == learner_id))
        if self._tracker and key:
            found[TRACKER] = self._tracker.export(key, self._connection)
        return {name: rows for name, rows in found.items() if rows}

    def erase(self, learner_id: str) -> dict[str, int]:
        return self._erase_all(select(learners.c.id, learners.c.conversation_key).where(learners.c.id == learner_id))

    def expire(self, now: datetime) -> dict[str, int]:
        silent_since = now - self._periods.inactive_learner
        inactive = select(learners.c.id, learners.c.conversation_key).where(learners.c.last_seen_at < silent_since).limit(BATCH)
        gone = self._erase_all(inactive)
        for table, personal in _children_first():
            if personal.dated:
                before = now - self._periods.of(personal.keep)
                _count(gone, table.name, self._connection.execute(delete(table).where(table.c[personal.dated] < before)).rowcount)
        if self._tracker:
            _count(gone, TRACKER, self._tracker.forget_before(now - self._periods.message, self._connection))
        return gone

    def _erase_all(self, which: Select[str, str]) -> dict[str, int]:
        # Locked, so that nothing is added to these people while they are being forgotten.
        rows = self._connection.execute(which.with_for_update()).all()
        gone: dict[str, int] = {}
        if not rows:
            return gone
        if self._tracker:
            _count(gone, TRACKER, self._tracker.erase([row.conversation_key for row in rows], self._connection))
        self._erase_rows([row.id for row in rows], gone)
        return gone

    def _erase_rows(self, learner_ids: Collection[str], gone: dict[str, int]) -> None:
        for table, personal in _children_first():
            theirs = delete(table).where(table.c[personal.owner].in_(learner_ids))
            _count(gone, table.name, self._connection.execute(theirs).rowcount)

    def _rows(self, table: Table, personal: Personal, learner_id: str) -> list[dict[str, Any]]:
        theirs = select(table).where(table.c[personal.owner] == learner_id).order_by(*table.primary_key)
        return [self._readable(row, personal) for row in self._connection.execute(theirs).mappings()]

    def _readable(self, row: Mapping[Any, Any], personal: Personal) -> dict[str, Any]:
        hidden = {personal.owner, *personal.internal}
        return {name: self._value(value, sealed=name in personal.sealed) for name, value in row.items() if name not in hidden}

    def _value(self, value: object, *, sealed: bool) -> object:
        if isinstance(value, datetime):
            return value.isoformat()
        return self._sealer.open(value) if sealed and isinstance(value, str) else value


def _children_first() -> Iterator[tuple[Table, Personal]]:
    return ((table, REGISTRY[table]) for table in reversed(metadata.sorted_tables) if table in REGISTRY)


def _count(gone: dict[str, int], name: str, rows: int) -> None:
    if rows:
        gone[name] = gone.get(name, 0) + rows
