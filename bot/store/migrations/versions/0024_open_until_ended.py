"""open until ended: a due row is open while it has no end, so that claiming it leaves the index of open rows alone."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

INDEX = "uq_due_nudges_one_open"
OPEN = sa.text("ended_at IS NULL")
OPEN_STATES = sa.text("state IN ('planned', 'claimed', 'sending')")


def upgrade() -> None:
    """Apply. Whatever ended has had a moment since the first version; the first line is for rows that were changed by hand."""
    op.execute(f"UPDATE due_nudges SET ended_at = coalesce(sent_at, wake_at) WHERE ended_at IS NULL AND NOT ({OPEN_STATES})")  # noqa: S608  # a constant of ours
    op.drop_index(INDEX, "due_nudges")
    op.create_index(INDEX, "due_nudges", ["learner_id"], unique=True, sqlite_where=OPEN, postgresql_where=OPEN)


def downgrade() -> None:
    """Take back."""
    op.drop_index(INDEX, "due_nudges")
    op.create_index(INDEX, "due_nudges", ["learner_id"], unique=True, sqlite_where=OPEN_STATES, postgresql_where=OPEN_STATES)
