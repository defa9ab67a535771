"""numbers of decisions: SQLite never gives the number of a due row to another."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    _make_anew(autoincrement=True)


def downgrade() -> None:
    """Take back."""
    _make_anew(autoincrement=False)


def _make_anew(*, autoincrement: bool) -> None:
    if op.get_bind().dialect.name == "sqlite":  # PostgreSQL counts on by itself
        with op.batch_alter_table("due_nudges", recreate="always", table_kwargs={"sqlite_autoincrement": autoincrement}):
            pass
