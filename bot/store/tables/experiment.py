"""What the experiment with choosing nudges found. Figures of groups, nobody's data."""

from sqlalchemy import Column, Integer, PrimaryKeyConstraint, String, Table, Text

from bot.store.database.metadata import metadata
from bot.store.database.types import UtcDateTime

experiment_findings = Table(
    "experiment_findings",
    metadata,
    Column("plan", Integer, nullable=False, comment="number of the analysis plan"),
    Column("question", String(32), nullable=False),
    Column("finding", Text, nullable=False, comment="JSON; written once, never again"),
    Column("found_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("plan", "question"),
)
