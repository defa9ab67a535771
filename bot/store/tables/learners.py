"""People, where they can be reached, and what they told us. Sealed columns hold encrypted text."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Integer, String, Table, Text, false

from bot.store.database.metadata import metadata
from bot.store.database.types import UtcDateTime

ID_LENGTH = 32
HOURS_LENGTH = 96


def learner_id_column(*, index: bool = True) -> Column[str]:
    """Return the column that makes a row belong to a learner; without ``index`` where another index begins with it."""
    return Column("learner_id", String(ID_LENGTH), ForeignKey("learners.id"), nullable=False, index=index)


learners = Table(
    "learners",
    metadata,
    Column("id", String(ID_LENGTH), primary_key=True),
    Column("conversation_key", String(40), nullable=False, unique=True),
    Column("tenant", String(64), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("last_seen_at", UtcDateTime, nullable=False, index=True),
    Column("wish", Text, comment="sealed"),
    Column("interests", JSON, nullable=False),
    Column("place", Text, comment="sealed"),
    Column("nudge_state", String(16), nullable=False),
    Column("every_days", Integer, nullable=False),
    Column("day_part", String(16)),
    Column("weekday", Integer),
    Column("paused_until", UtcDateTime),
    Column("formal", Boolean, nullable=False, server_default=false()),
    Column("form_chosen", Boolean, nullable=False, server_default=false()),
    Column("easy", Boolean),
    Column("groups", JSON, nullable=False, server_default="[]"),
    Column("shift", String(16)),
    Column("hours", String(HOURS_LENGTH), comment="as bot.learners.hours writes them"),
    Column("barrier", String(16)),
    Column("outside_experiment", Boolean, nullable=False, server_default=false()),
)

addresses = Table(
    "addresses",
    metadata,
    Column("name", String(64), primary_key=True, comment="pseudonym of the address: unique, so one address is one learner"),
    learner_id_column(),
    Column("value", Text, nullable=False, comment="sealed"),
    Column("last_used_at", UtcDateTime, nullable=False),
    Column("gone_at", UtcDateTime),
    Column("free_at", UtcDateTime, comment="nothing is sent there before this moment: a limit of the provider"),
    Column("held_until", UtcDateTime, comment="nothing is sent there before this moment: the provider asked for silence"),
)

consents = Table(
    "consents",
    metadata,
    Column("id", Integer, primary_key=True),
    learner_id_column(),
    Column("what", String(32), nullable=False),
    Column("text_version", String(32), nullable=False),
    Column("given_at", UtcDateTime, nullable=False),
    Column("withdrawn_at", UtcDateTime),
)

plans = Table(
    "plans",
    metadata,
    Column("id", Integer, primary_key=True),
    learner_id_column(),
    Column("item_id", String(200), nullable=False),
    Column("item_title", Text, nullable=False),
    Column("moment", Text, nullable=False, comment="sealed"),
    Column("made_at", UtcDateTime, nullable=False),
    Column("done_at", UtcDateTime),
)

logbook = Table(
    "logbook",
    metadata,
    Column("id", Integer, primary_key=True),
    learner_id_column(),
    Column("text", Text, nullable=False, comment="sealed"),
    Column("written_at", UtcDateTime, nullable=False),
)
