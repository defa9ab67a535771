"""own hours."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("learners", schema=None) as batch_op:
        batch_op.add_column(sa.Column("hours", sa.String(length=96), nullable=True, comment="as bot.learners.hours writes them"))
    with op.batch_alter_table("due_nudges", schema=None) as batch_op:
        batch_op.add_column(sa.Column("for_hours", sa.String(length=96), nullable=True))


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("due_nudges", schema=None) as batch_op:
        batch_op.drop_column("for_hours")
    with op.batch_alter_table("learners", schema=None) as batch_op:
        batch_op.drop_column("hours")
