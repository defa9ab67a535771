"""Makes transactions about one person wait for each other."""

from sqlalchemy import Connection, select

from bot.errors import UnknownLearner
from bot.store.tables.learners import learners


def lock_learner(connection: Connection, learner_id: str) -> None:
    """Hold the person until the transaction ends; raises UnknownLearner, for instance after an erasure."""
    if not is_held(connection, learner_id):
        raise UnknownLearner


def is_held(connection: Connection, learner_id: str) -> bool:
    """Hold the person until the transaction ends; False when there is none."""
    return connection.scalar(select(learners.c.id).where(learners.c.id == learner_id).with_for_update()) is not None
