"""What people asked to be reminded of."""

from sqlalchemy import Column, Index, Integer, String, Table, Text

from bot.store.database.metadata import metadata
from bot.store.database.types import UtcDateTime
from bot.store.tables.learners import learner_id_column

reminders = Table(
    "reminders",
    metadata,
    Column("id", Integer, primary_key=True),
    learner_id_column(),
    Column("text", Text, nullable=False, comment="sealed"),
    Column("due_at", UtcDateTime, nullable=False, comment="the moment the person asked for; never moves"),
    Column("wake_at", UtcDateTime, nullable=False, comment="when the scheduler looks at it (again)"),
    Column("made_at", UtcDateTime, nullable=False),
    Column("state", String(16), nullable=False),
    Column("ended_at", UtcDateTime),
    Column("rhythm", String(16), comment="how often it comes back; empty for once"),
    Index("ix_reminders_state_wake_at", "state", "wake_at"),
    # An id that was shown to somebody must never come to mean something else.
    sqlite_autoincrement=True,
)
