"""Claims of several processes on PostgreSQL."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.learners.models import NudgePreferences, NudgeState
from bot.nudges.rows import NewRow
from bot.nudges.sending.limits import Budget
from bot.store.database.engine import make_engine
from bot.store.database.metadata import metadata
from bot.store.database.sealing import Sealer
from bot.store.work import SqlWork, Store
from tests.unit.nudges.makers import MONDAY, a_learner, a_script, join, shelve

pytestmark = pytest.mark.postgres


@pytest.fixture
def store(postgres_url: str) -> Iterator[Store]:
    engine = make_engine(postgres_url)
    metadata.create_all(engine)
    yield Store(engine, Sealer("a secret for tests"))
    engine.dispose()


def _plan(store: Store, people: int) -> None:
    shelve(store, [a_script("een")])
    for n in range(people):
        join(store, a_learner(f"{n:032x}"))
    with store.work() as work:
        work.due_nudges.plan([NewRow(f"{n:032x}", a_script("een"), "slot", MONDAY, NudgePreferences(NudgeState.ON)) for n in range(people)])


def test_a_claim_takes_what_is_left_while_another_is_not_committed(store: Store) -> None:
    _plan(store, 4)
    lease = MONDAY + timedelta(minutes=5)
    with store.work() as first, store.work() as second:
        second.connection.execute(text("SET LOCAL lock_timeout = '10s'"))  # a claim that waits for the other would wait for ever
        taken = [due.id for due in first.due_nudges.claim("one", MONDAY, lease, 2)]
        others = [due.id for due in second.due_nudges.claim("two", MONDAY, lease, 10)]
    assert (len(taken), len(others)) == (2, 2)
    assert not set(taken) & set(others)


def test_two_processes_that_claim_at_once_keep_within_one_budget(store: Store) -> None:
    _plan(store, 12)
    budget, lease = Budget(per_hour=5), MONDAY + timedelta(minutes=5)

    def claim(work: SqlWork, owner: str) -> int:
        return len(work.due_nudges.claim(owner, MONDAY, lease, budget.room(work, MONDAY) or 0))

    with store.work() as first:
        assert claim(first, "one") == 5
        with suppress(OperationalError), store.work() as second:
            second.connection.execute(text("SET LOCAL lock_timeout = '100ms'"))
            assert claim(second, "two") == 0, "it waits until the first is committed"
    with store.work() as second:
        assert claim(second, "two") == 0
