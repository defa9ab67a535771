"""Searches of people for which the catalogue had nothing. No words are kept, only topic and region."""

from sqlalchemy import Column, ForeignKey, String, Table

from bot.store.database.metadata import metadata
from bot.store.database.types import UtcDateTime
from bot.store.tables.learners import ID_LENGTH

unmet_searches = Table(
    "unmet_searches",
    metadata,
    Column("learner_id", String(ID_LENGTH), ForeignKey("learners.id"), primary_key=True),
    Column("quarter", String(10), primary_key=True, index=True, comment="its first day"),
    Column("topic", String(32), primary_key=True, comment="empty: none was heard"),
    Column("region", String(8), primary_key=True, comment="empty: no place was named"),
    Column("at", UtcDateTime, nullable=False),
)
