"""When administrators looked at the sources of schemes."""

from sqlalchemy import Boolean, Column, Date, String, Table

from bot.store.database.metadata import metadata

scheme_checks = Table(
    "scheme_checks",
    metadata,
    Column("scheme_id", String(64), primary_key=True),
    Column("is_open", Boolean, nullable=False),
    Column("checked_on", Date, nullable=False, comment="day in Amsterdam"),
    Column("checked_by", String(64), nullable=False, comment="name of an administrator"),
)
