"""client of a source."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("catalogue_sources", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("client", sa.String(length=64), nullable=True, comment="of suppliers at EDU-DEX, whose own offers the tenant may see")
        )


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("catalogue_sources", schema=None) as batch_op:
        batch_op.drop_column("client")
