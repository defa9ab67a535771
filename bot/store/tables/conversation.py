"""What was said, what waits for an answer, what buttons mean, and where each conversation stands."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, false, text

from bot.store.database.metadata import metadata
from bot.store.database.types import UtcDateTime
from bot.store.tables.learners import learner_id_column

PENDING = text("delivery = 'pending'")
"""Messages that wait to be delivered: few, and written out because a parameter would keep SQLite from using their index."""

conversations = Table(
    "conversations",
    metadata,
    Column("learner_id", String(32), ForeignKey("learners.id"), primary_key=True),
    Column("welcomed", Boolean, nullable=False, server_default=false()),
    Column("leave_form", Boolean, nullable=False, server_default=false()),
    Column("erase_asked_at", UtcDateTime),
    Column("told_engine_is_down", Boolean, nullable=False, server_default=false()),
)

messages = Table(
    "messages",
    metadata,
    Column("id", Integer, primary_key=True),
    learner_id_column(),
    Column("direction", String(3), nullable=False),
    Column("text", Text, nullable=False, comment="sealed"),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("delivery", String(12), comment="pending, handed, delivered or failed; none for what came in"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("retry_at", UtcDateTime),
    sqlite_autoincrement=True,
)
Index("ix_messages_pending", messages.c.learner_id, sqlite_where=PENDING, postgresql_where=PENDING)

# A row holds all buttons of a message, one on a line; ``position`` is of its first, because once each had a row of its own.
buttons = Table(
    "buttons",
    metadata,
    Column("id", String(32), primary_key=True, comment="random: all that a channel gets to see"),
    learner_id_column(),
    Column("message_id", Integer, ForeignKey("messages.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("titles", Text, nullable=False, comment="sealed"),
    Column("payloads", Text, nullable=False, comment="sealed"),
    Column("at", UtcDateTime, nullable=False),
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", Integer, primary_key=True),
    learner_id_column(),
    Column("name", String(64), nullable=False, unique=True, comment="pseudonym of channel and external id: each is handled once"),
    Column("kind", String(16), comment="none once answered: what somebody needed is nobody's business"),
    Column("message_id", Integer, ForeignKey("messages.id")),
    Column("payload", Text, comment="sealed"),
    Column("at", UtcDateTime, nullable=False),
    Column("state", String(8), nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("retry_at", UtcDateTime),
    sqlite_autoincrement=True,
)
Index("ix_inbox_waiting", inbox.c.state, inbox.c.learner_id, inbox.c.id)
