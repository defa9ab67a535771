"""a beat for each process."""

import sqlalchemy as sa
from alembic import op

import bot.store.database.types

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. Signs of life are half a second old: new ones come by themselves."""
    op.drop_table("heartbeats")
    op.create_table(
        "heartbeats",
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("at", bot.store.database.types.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("kind", "name", name=op.f("pk_heartbeats")),
    )


def downgrade() -> None:
    """Take back."""
    op.drop_table("heartbeats")
    op.create_table(
        "heartbeats",
        sa.Column("process", sa.String(length=32), nullable=False),
        sa.Column("at", bot.store.database.types.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("process", name=op.f("pk_heartbeats")),
    )
