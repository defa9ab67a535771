"""A store with many people in it of whom few have something due, and the service that plans and sends for them."""

import time
from datetime import UTC, datetime, timedelta

from sqlalchemy import update

from bench.crowd import SECRET, learner_id, seed_due, seed_people, seed_words, shipped_scripts
from bot.channels.web import WebChannel
from bot.dialogue.assembly import make_outlet
from bot.learners.rights import RightsService
from bot.nudges.sending.sender import Pace
from bot.nudges.service import NudgeService
from bot.nudges.writing.seeding import seed_scripts
from bot.store.database.engine import make_engine
from bot.store.database.migrate import migrate
from bot.store.database.sealing import Sealer
from bot.store.nudges.planning_queue import look_at_once
from bot.store.tables.nudges import due_nudges
from bot.store.work import Store

START = datetime(2026, 3, 3, 10, tzinfo=UTC)
"""A Tuesday, eleven o'clock in Amsterdam."""
MOST_TALKED = 20_000
"""People to whom something was said before."""


def open_store(url: str) -> Store:
    """Return the store at ``url``; whoever asks for it disposes of its engine."""
    return Store(make_engine(url), Sealer(SECRET))


def service_on(store: Store) -> NudgeService:
    """Return the service as a scheduler runs it, at ``START``, for people who read what is stored."""
    outlet = make_outlet(store.work, lambda: START, {"web": WebChannel()}, RightsService(store.work, lambda: START))
    return NudgeService(store.work, lambda: START, outlet, pace=Pace(batches=store.writers))


def with_due(store: Store, people: int, due: int) -> float:
    """Fill the empty database with ``people`` of whom ``due`` have a nudge due at once; return the seconds that planning those took."""
    _fill(store, people, due)
    began = time.perf_counter()
    _plan_all(service_on(store))
    planning = time.perf_counter() - began
    _make_due(store, people - due)
    return planning


def _fill(store: Store, people: int, waiting: int) -> None:
    """Put ``people`` into an empty database: the first ``waiting`` wait for the planner, others have a nudge planned for later."""
    scripts = shipped_scripts()
    migrate(store.engine)
    with store.work() as work:
        seed_scripts(work, scripts, START - timedelta(days=1))
        seed_people(work.connection, Sealer(SECRET), people, "web", START)
        seed_words(work.connection, Sealer(SECRET), range(min(people, MOST_TALKED)), START - timedelta(days=2))
        seed_due(work.connection, scripts, range(waiting, people), START + timedelta(days=3))
        look_at_once(work.connection, [learner_id(number) for number in range(waiting)])
    with store.engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()


def _plan_all(nudges: NudgeService) -> None:
    """Plan for everybody who waits."""
    while nudges.plan_missing():
        pass


def _make_due(store: Store, others: int) -> None:
    """Let everything that the planner made, which came after the rows of ``others``, be due at once."""
    with store.engine.begin() as connection:
        connection.execute(update(due_nudges).where(due_nudges.c.id > others).values(due_at=START, wake_at=START))
