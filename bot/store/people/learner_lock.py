"""Makes transactions about one person wait for each other."""

from sqlalchemy import Connection, select

from bot.errors import UnknownLearner
from bot.store.tables.learners import learners


def lock_learner(connection: Connection, learner_id: str) -> None:
    """Hold the person until the transaction ends; raises UnknownLearner, for instance after an erasure."""
    if connection.scalar(select(learners.c.id).where(learners.c.id == learner_id).with_for_update()) is None:
        raise UnknownLearner
