"""Where the catalogue comes from, and what each import did."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, false

from bot.store.database.metadata import metadata
from bot.store.database.types import UtcDateTime

catalogue_sources = Table(
    "catalogue_sources",
    metadata,
    Column("name", String(100), primary_key=True),
    Column("format", String(16), nullable=False),
    Column("location", Text, nullable=False, comment="web address or file"),
    Column("token", Text, comment="sealed"),
    Column("tenant", String(64)),
    Column("client", String(64), comment="of suppliers at EDU-DEX, whose own offers the tenant may see"),
    Column("licence", Text),
    Column("columns", JSON, nullable=False, comment="their column -> ours"),
    Column("whole", Boolean, nullable=False, server_default=false(), comment="of a spreadsheet: what is not in it, is gone"),
    Column("every_hours", Integer, comment="null: only by hand"),
    Column("next_at", UtcDateTime, comment="when the scheduler looks at it (again)"),
    Column("failures", Integer, nullable=False, comment="in a row"),
    Column("known_until", UtcDateTime, comment="changes up to this moment are in"),
    Index("ix_catalogue_sources_next_at", "next_at"),
)

imports = Table(
    "imports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source", String(100), nullable=False),
    Column("state", String(16), nullable=False),
    Column("whole", Boolean, nullable=False, comment="the feed says all there is: what is not in it, is gone"),
    Column("began_at", UtcDateTime, nullable=False),
    Column("alive_at", UtcDateTime, nullable=False, comment="when it last stored something"),
    Column("ended_at", UtcDateTime),
    Column("mark", JSON, nullable=False, comment="how far it came"),
    Column("added", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("removed", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("missing", Integer, nullable=False, comment="items that were not in the feed"),
    Column("problem", String(64), comment="code of a text"),
    Column("detail", Text),
    Index("ix_imports_source_state", "source", "state"),
    # An id marks items; it must never come to mean another import.
    sqlite_autoincrement=True,
)

refused_records = Table(
    "refused_records",
    metadata,
    Column("import_id", Integer, ForeignKey("imports.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False, comment="line or place in the feed"),
    Column("record_id", Text, nullable=False, comment="id or title, as far as it could be read"),
    Column("code", String(64), nullable=False),
    Column("detail", Text, nullable=False),
)
