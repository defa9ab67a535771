"""Nudge scripts with their versions, what is due to whom, and signs of life of processes."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.store.database.metadata import metadata
from bot.store.database.types import UtcDateTime
from bot.store.tables.learners import HOURS_LENGTH, ID_LENGTH, learner_id_column

SCRIPT_ID_LENGTH = 64
STATE_LENGTH = 16
OPEN = text("ended_at IS NULL")
"""Rows with which something may still happen. Not by their state: then each change of it would write to the index of open rows too."""
SENT, ENDED = text("sent_at IS NOT NULL"), text("ended_at IS NOT NULL")
"""An index of these alone is not written to each time an open row changes."""
CHOSEN = text("experiment IS NOT NULL")
"""Rows that the experiment counts."""

nudge_scripts = Table(
    "nudge_scripts",
    metadata,
    Column("id", String(SCRIPT_ID_LENGTH), primary_key=True),
    Column("version", Integer, nullable=False, comment="the one that counts"),
    Column("archived_at", UtcDateTime),
)

nudge_script_versions = Table(
    "nudge_script_versions",
    metadata,
    Column("script_id", String(SCRIPT_ID_LENGTH), ForeignKey("nudge_scripts.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False, comment="the written form; never changes"),
    Column("made_at", UtcDateTime, nullable=False),
    Column("made_by", String(64), comment="administrator; empty when it came with the product"),
    PrimaryKeyConstraint("script_id", "version"),
)

nudge_script_drafts = Table(
    "nudge_script_drafts",
    metadata,
    Column("script_id", String(SCRIPT_ID_LENGTH), primary_key=True),
    Column("body", Text, nullable=False),
    Column("based_on", Integer),
    Column("saved_at", UtcDateTime, nullable=False),
    Column("saved_by", String(64)),
)

due_nudges = Table(
    "due_nudges",
    metadata,
    Column("id", Integer, primary_key=True),
    learner_id_column(index=False),
    Column("script_id", String(SCRIPT_ID_LENGTH), nullable=False),
    Column("version", Integer, nullable=False),
    Column("slot", String(40), nullable=False),
    Column("due_at", UtcDateTime, nullable=False, comment="the moment that was promised; never moves"),
    Column("wake_at", UtcDateTime, nullable=False, comment="when the scheduler looks at it (again)"),
    Column("state", String(STATE_LENGTH), nullable=False),
    Column("reason", String(32)),
    Column("attempts", Integer, nullable=False, default=0),
    Column("owner", String(64), comment="process that claimed it"),
    Column("lease_until", UtcDateTime),
    Column("sent_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    Column("answer", String(64)),
    Column("answered_at", UtcDateTime),
    Column("quiet_until", UtcDateTime),
    Column("facts", Text, comment="what the latest decision was made on, as JSON"),
    Column("chosen_by", String(16), comment="what decided among equals; empty where nothing is learned"),
    Column("choice", Text, comment="from what and with what chance it was chosen, as JSON"),
    Column("experiment", Integer, comment="number of the analysis plan that it was chosen under"),
    Column("taken_up", Boolean, comment="whether the answer, if it came in time, took the nudge up"),
    Column("for_every_days", Integer, comment="preferences it was planned for"),
    Column("for_part", String(16)),
    Column("for_weekday", Integer),
    Column("for_shift", String(16)),
    Column("for_hours", String(HOURS_LENGTH)),
    ForeignKeyConstraint(["script_id", "version"], ["nudge_script_versions.script_id", "nudge_script_versions.version"]),
    UniqueConstraint("learner_id", "script_id", "slot"),
    Index("ix_due_nudges_state_wake_at", "state", "wake_at"),
    Index("ix_due_nudges_sent_at", "sent_at", sqlite_where=SENT, postgresql_where=SENT),
    Index("ix_due_nudges_ended_at", "ended_at", sqlite_where=ENDED, postgresql_where=ENDED),
    Index("ix_due_nudges_experiment", "experiment", "sent_at", sqlite_where=CHOSEN, postgresql_where=CHOSEN),
    Index("uq_due_nudges_one_open", "learner_id", unique=True, sqlite_where=OPEN, postgresql_where=OPEN),
    # An id that an administrator saw must never come to mean another decision.
    sqlite_autoincrement=True,
)

nudge_looks = Table(
    "nudge_looks",
    metadata,
    Column("learner_id", String(ID_LENGTH), ForeignKey("learners.id"), primary_key=True),
    Column("at", UtcDateTime, nullable=False, index=True, comment="nothing to plan before this moment"),
)

switches = Table(
    "switches",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("is_on", Boolean, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
)

heartbeats = Table(
    "heartbeats",
    metadata,
    Column("kind", String(32), primary_key=True),
    Column("name", String(64), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
)
