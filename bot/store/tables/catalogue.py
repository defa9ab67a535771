"""What there is to learn. Nothing here is about a person."""

from sqlalchemy import JSON, Boolean, Column, Integer, String, Table, Text

from bot.store.metadata import metadata

items = Table(
    "items",
    metadata,
    Column("source", String(100), primary_key=True),
    Column("source_id", String(100), primary_key=True),
    Column("fingerprint", String(64), nullable=False, comment="hash of everything else: equal means unchanged"),
    Column("kind", String(32), nullable=False),
    Column("title", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("theme", String(32), nullable=False),
    Column("interests", JSON, nullable=False),
    Column("keywords", JSON, nullable=False),
    Column("step_minutes", Integer, nullable=False),
    Column("step_text", Text, nullable=False),
    Column("delivery", String(16), nullable=False),
    Column("price_cents", Integer, comment="null is unknown, which is not free"),
    Column("minutes", Integer),
    Column("provider", JSON(none_as_null=True)),
    Column("place", Text),
    Column("region", String(8)),
    Column("parts_of_day", JSON, nullable=False),
    Column("proof", String(32), nullable=False),
    Column("level", String(16), nullable=False),
    Column("language", String(8), nullable=False),
    Column("about_work", Boolean, nullable=False),
    Column("url", Text),
    Column("licence", Text),
)

catalogue_revision = Table(
    "catalogue_revision",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False, comment="always 1"),
    Column("number", Integer, nullable=False),
)
