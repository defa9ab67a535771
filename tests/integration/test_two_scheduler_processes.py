"""Two schedulers beside each other on PostgreSQL, as ``docker compose up --scale scheduler=2`` starts them: real processes and clocks."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bench.crowd import SCRIPTS, SECRET, learner_id, seed_due, seed_people
from bot.language.when.rhythm import Rhythm
from bot.nudges.models import DueState, Reason
from bot.nudges.writing.seeding import seed_scripts
from bot.store.database.engine import make_engine
from bot.store.database.migrate import migrate
from bot.store.database.sealing import Sealer
from bot.store.nudges.due_states import IS_OPEN
from bot.store.tables.nudges import due_nudges, heartbeats
from bot.store.tables.reminders import reminders
from bot.store.work import Store
from tests.e2e.product import clean_environment

ROOT = Path(__file__).parents[2]
ROUND, ROUNDS = 200, 12
"""People whose nudge and reminder are due at once. In one round one process may be done before the other looks."""
PATIENCE = 60.0
NAMES = ("scheduler-1", "scheduler-2")


@pytest.mark.postgres
def test_two_schedulers_share_the_work_and_do_everything_once(postgres_url: str, tmp_path: Path) -> None:
    began = datetime.now(UTC)
    store = Store(make_engine(postgres_url), Sealer(SECRET))
    migrate(store.engine)
    with store.work() as work:
        seed_scripts(work, SCRIPTS, began)
        seed_people(work.connection, Sealer(SECRET), ROUND * ROUNDS, "web", began)
    with ExitStack() as stack:
        pids = [stack.enter_context(scheduler(postgres_url, tmp_path, name)) for name in NAMES]
        until(lambda: names_alive(store) == set(NAMES))
        for number in range(ROUNDS):
            let_be_due(store, range(number * ROUND, (number + 1) * ROUND), began)
            until(lambda: count_open(store, began) == 0)
            if all(count_of(store, began, pid) for pid in pids):
                break
        until(lambda: count_waiting(store, began) == 0)
        assert all(count_of(store, began, pid) for pid in pids), "both sent some"
    people = range((number + 1) * ROUND)
    sent = sent_to(store, began)
    with store.work() as work:
        for person in map(learner_id, people):
            assert len(work.reminders.planned(person)) == 1, "a series goes on, once"
            assert len(work.messages.history(person, 0)) == 1 + sent.get(person, 0), "its reminder, and a nudge unless it is evening"
    store.engine.dispose()


@contextmanager
def scheduler(url: str, home: Path, name: str) -> Iterator[int]:
    """Run ``python -m scheduler``; yields its process id."""
    settings = {"DATABASE_URL": url.replace("+psycopg", ""), "DUWTJE_HOME": str(home), "DUWTJE_SECRET": SECRET, "LOG_LEVEL": "ERROR"}
    few = {"SCHEDULER_NAME": name, "TICK_SECONDS": "0.1", "NUDGES_AT_ONCE": "5"}
    process = subprocess.Popen([sys.executable, "-m", "scheduler"], cwd=ROOT, env=clean_environment() | settings | few)
    try:
        yield process.pid
    finally:
        process.terminate()
        assert process.wait(30) == 0


def let_be_due(store: Store, numbers: range, at: datetime) -> None:
    with store.work() as work:
        seed_due(work.connection, SCRIPTS, numbers, at)
        for person in map(learner_id, numbers):
            work.reminders.add(person, "naar de les", at, at - timedelta(days=1), Rhythm.DAY)


def names_alive(store: Store) -> set[str]:
    with store.engine.connect() as connection:
        return set(connection.scalars(select(heartbeats.c.name)))


def count_open(store: Store, at: datetime) -> int:
    with store.engine.connect() as connection:
        return connection.scalar(select(func.count()).where(IS_OPEN, due_nudges.c.due_at == at)) or 0


def count_of(store: Store, at: datetime, pid: int) -> int:
    """Return how many rows a process ended."""
    with store.engine.connect() as connection:
        return connection.scalar(select(func.count()).where(due_nudges.c.due_at == at, due_nudges.c.owner.like(f"%-{pid}-%"))) or 0


def count_waiting(store: Store, at: datetime) -> int:
    """Return how many reminders were not said."""
    with store.engine.connect() as connection:
        return connection.scalar(select(func.count()).where(reminders.c.due_at == at, reminders.c.state == "planned")) or 0


def sent_to(store: Store, at: datetime) -> dict[str, int]:
    """Return how many nudges each person got; whatever did not go out was refused because of the hour, and nothing else."""
    ended = select(due_nudges.c.learner_id, due_nudges.c.state, due_nudges.c.reason).where(due_nudges.c.due_at == at)
    with store.engine.connect() as connection:
        rows = connection.execute(ended).all()
    allowed = {(DueState.SENT, Reason.ALLOWED), (DueState.SKIPPED, Reason.QUIET_HOURS), (DueState.SKIPPED, Reason.HOLIDAY)}
    assert {(row.state, row.reason) for row in rows} <= allowed
    return {row.learner_id: 1 for row in rows if row.state == DueState.SENT}


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)
