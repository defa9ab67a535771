"""slower tenants."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("tenants", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("least_days", sa.Integer(), nullable=True, comment="days between two nudges at least, however often people asked for")
        )


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("tenants", schema=None) as batch_op:
        batch_op.drop_column("least_days")
