"""The usual way: one APScheduler job per person in its SQLAlchemy job store."""

import pickle
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import batched

from apscheduler.job import Job
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bench.crowd import learner_id, seed_people, seed_words, shipped_scripts
from bench.nudges.ours import SECRET, START
from bot.channels.web import WebChannel
from bot.dialogue.assembly import make_outlet
from bot.learners.rights import RightsService
from bot.nudges.service import NudgeService
from bot.nudges.writing.seeding import seed_scripts
from bot.store.database.engine import make_engine
from bot.store.database.migrate import migrate
from bot.store.database.sealing import Sealer
from bot.store.work import Store

AT_ONCE = 5_000
PATIENCE = 120.0
"""Seconds to wait for one job."""
_work: Callable[[str], None] = lambda _: None  # noqa: E731  # replaced for each measurement
_left = threading.Semaphore(0)


@dataclass(frozen=True)
class Speed:
    """Jobs a second."""

    same_work: float
    """Each chooses a nudge for its person, stores and records it."""
    nothing: float
    """Each does nothing: what is left is the job store."""


def job(person: str) -> None:
    """Be the function that every job runs."""
    _work(person)
    _left.release()


def measure(url: str, people: int, due: int) -> Speed:
    """Fill the empty database at ``url`` with a job for each of ``people``, and run those of ``due`` twice; never the same ones."""
    store = SQLAlchemyJobStore(url)
    scheduler = BackgroundScheduler(
        jobstores={"default": store}, timezone=UTC, job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
    )
    scheduler.start(paused=True)
    _fill(store, scheduler, range(2 * due, people), datetime.now(UTC) + timedelta(days=3))
    nothing = _speed(store, scheduler, range(due), lambda _: None)
    same_work = _speed(store, scheduler, range(due, 2 * due), _sender(url, 2 * due))
    scheduler.shutdown()
    store.engine.dispose()
    return Speed(same_work, nothing)


def _speed(store: SQLAlchemyJobStore, scheduler: BackgroundScheduler, numbers: Sequence[int], work: Callable[[str], None]) -> float:
    """Return how many jobs a second run, of people ``numbers`` whose jobs are put in now and are due, with everybody else's there."""
    global _work  # a job store keeps only the name of a function
    _work = work
    _fill(store, scheduler, numbers, datetime.now(UTC) - timedelta(seconds=1))
    began = time.perf_counter()
    scheduler.resume()
    for _ in numbers:
        assert _left.acquire(timeout=PATIENCE), "a job never ran"
    seconds = time.perf_counter() - began
    scheduler.pause()
    return len(numbers) / seconds


def _fill(store: SQLAlchemyJobStore, scheduler: BackgroundScheduler, numbers: Iterable[int], at: datetime) -> None:
    """Put in the jobs of people that are due ``at`` then, as ``add_job`` writes them, many at a time."""
    trigger = IntervalTrigger(weeks=1, start_date=at, timezone=UTC)
    settings = {"coalesce": True, "misfire_grace_time": None, "max_instances": 1, "executor": "default", "next_run_time": at}
    made = Job(scheduler, id="", trigger=trigger, func=job, args=("",), kwargs={}, name="nudge", **settings).__getstate__()
    for some in batched(map(learner_id, numbers), AT_ONCE):
        states = ((person, pickle.dumps(made | {"id": person, "args": (person,)}, pickle.HIGHEST_PROTOCOL)) for person in some)
        rows = [{"id": person, "next_run_time": at.timestamp(), "job_state": state} for person, state in states]
        with store.engine.begin() as connection:
            connection.execute(store.jobs_t.insert(), rows)


def _sender(url: str, due: int) -> Callable[[str], None]:
    engine = make_engine(url)
    migrate(engine)
    store = Store(engine, Sealer(SECRET))
    with store.work() as work:
        seed_scripts(work, shipped_scripts(), START)
        seed_people(work.connection, Sealer(SECRET), due, "web", START)
        seed_words(work.connection, Sealer(SECRET), range(due), START - timedelta(days=2))
    with engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE")
    outlet = make_outlet(store.work, lambda: START, {"web": WebChannel()}, RightsService(store.work, lambda: START))
    nudges = NudgeService(store.work, lambda: START, outlet)

    def send(person: str) -> None:
        reply = nudges.send_now(person)
        assert reply is not None
        outlet.send(person, reply)

    return send
