"""Organisations that offer the assistant."""

from sqlalchemy import JSON, Boolean, Column, Integer, String, Table, false

from bot.store.database.metadata import metadata

tenants = Table(
    "tenants",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("allowed_origins", JSON, nullable=False),
    Column("host_type", String(16), nullable=False),
    Column("learns", Boolean, nullable=False, server_default=false(), comment="nudges are chosen by what was learned"),
    Column("least_days", Integer, comment="days between two nudges at least, however often people asked for"),
)
