"""Administrators of the console, their sessions and the tries that went wrong. Nothing here is about learners."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text

from bot.store.database.metadata import metadata
from bot.store.database.types import UtcDateTime

admins = Table(
    "admins",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(64), nullable=False, unique=True),
    Column("password_hash", Text, nullable=False),
    Column("password_is_ours", Boolean, nullable=False),
    Column("password_set_at", UtcDateTime, nullable=False),
)

admin_sessions = Table(
    "admin_sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("admin_id", Integer, ForeignKey("admins.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("form_token", String(64), nullable=False),
    Column("ends_at", UtcDateTime, nullable=False, index=True),
)

sign_in_tries = Table(
    "sign_in_tries",
    metadata,
    Column("who", String(64), primary_key=True, comment="pseudonym of an account or an internet address"),
    Column("in_a_row", Integer, nullable=False),
    Column("wait_until", UtcDateTime),
    Column("tried_at", UtcDateTime, nullable=False, index=True),
)
