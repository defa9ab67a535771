"""manner of speaking."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("learners", schema=None) as batch_op:
        batch_op.add_column(sa.Column("formal", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("form_chosen", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("easy", sa.Boolean(), nullable=True))


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("learners", schema=None) as batch_op:
        batch_op.drop_column("easy")
        batch_op.drop_column("form_chosen")
        batch_op.drop_column("formal")
