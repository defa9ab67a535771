"""Organisations that offer the assistant."""

from sqlalchemy import JSON, Column, String, Table

from bot.store.metadata import metadata

tenants = Table(
    "tenants",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("allowed_origins", JSON, nullable=False),
    Column("host_type", String(16), nullable=False),
)
