"""Turns for sending that processes share."""

from sqlalchemy import Column, String, Table

from bot.store.database.metadata import metadata
from bot.store.database.types import UtcDateTime

lanes = Table(
    "lanes",
    metadata,
    Column("name", String(32), primary_key=True, comment="a channel, or what may wait on it"),
    Column("free_at", UtcDateTime, nullable=False),
)
