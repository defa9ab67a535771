"""fewer keys: the buttons of a message share a row, and no index is written to that nobody needs."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

PENDING = sa.text("delivery = 'pending'")
ENDS = ("sent_at", "ended_at")


def upgrade() -> None:
    """Apply. What was one button in a row is a row with one line, so nothing needs to be opened and sealed again."""
    op.execute("ALTER TABLE buttons RENAME COLUMN title TO titles")
    op.execute("ALTER TABLE buttons RENAME COLUMN payload TO payloads")
    op.drop_index("ix_messages_pending", "messages")
    op.create_index("ix_messages_pending", "messages", ["learner_id"], sqlite_where=PENDING, postgresql_where=PENDING)
    op.drop_index("ix_due_nudges_learner_id", "due_nudges")
    for name in ENDS:
        known = sa.text(f"{name} IS NOT NULL")
        op.drop_index(f"ix_due_nudges_{name}", "due_nudges")
        op.create_index(f"ix_due_nudges_{name}", "due_nudges", [name], sqlite_where=known, postgresql_where=known)


def downgrade() -> None:
    """Take back. Buttons that share a row cannot be told apart without the secret, so buttons that were shown stop working."""
    for name in ENDS:
        op.drop_index(f"ix_due_nudges_{name}", "due_nudges")
        op.create_index(f"ix_due_nudges_{name}", "due_nudges", [name])
    op.create_index("ix_due_nudges_learner_id", "due_nudges", ["learner_id"])
    op.drop_index("ix_messages_pending", "messages")
    op.create_index("ix_messages_pending", "messages", ["learner_id", "delivery", "id"])
    op.execute("DELETE FROM buttons")
    op.execute("ALTER TABLE buttons RENAME COLUMN payloads TO payload")
    op.execute("ALTER TABLE buttons RENAME COLUMN titles TO title")
