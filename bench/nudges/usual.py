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
from sqlalchemy import create_engine

from bench.crowd import SECRET, learner_id
from bench.nudges.setting import open_store
from bench.nudges.usual_job import WARM_UP, fill, job_on
from bot.garbage import spare_what_stays
from bot.store.database.sealing import Sealer
from bot.store.work import Store

AT_ONCE = 5_000
PATIENCE = 20.0
"""Seconds in which no job ends, after which those that are left never will. The job store looks again after ten when it failed."""
_work: Callable[[str], None] = lambda _: None  # noqa: E731  # replaced for each measurement
_left = threading.Semaphore(0)


@dataclass(frozen=True)
class Speed:
    """Jobs a second."""

    same_work: float
    """Each decides about a nudge for its person, renders, stores and records it, and plans the next one."""
    nothing: float
    """Each does nothing: what is left is the job store."""
    lost: int = 0
    """Jobs of those with the same work that failed, or never ran."""


def job(person: str) -> None:
    """Be the function that every job runs."""
    _work(person)  # what this raises ("database is locked") ends the job: APScheduler logs it
    _left.release()


def as_it_comes(url: str) -> Store:
    """Return a store on SQLite as the driver opens it: a journal that is thrown away, and a wait for the disk at every commit."""
    engine = create_engine(url)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
    return Store(engine, Sealer(SECRET))


def measure(url: str, people: int, due: int, reopen: Callable[[str], Store] = open_store) -> Speed:
    """Fill the empty database at ``url`` with ``people`` and a job for each, and run those of ``due`` twice; never the same ones.

    The jobs work on what ``reopen`` makes of the filled database; by itself that has the settings of the product.
    """
    fill(url, people, WARM_UP + due)
    product = reopen(url)
    send = job_on(product)
    store = SQLAlchemyJobStore(url)
    scheduler = BackgroundScheduler(
        jobstores={"default": store}, timezone=UTC, job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
    )
    scheduler.start(paused=True)
    done = WARM_UP + 2 * due
    _fill(store, scheduler, range(done, people), datetime.now(UTC) + timedelta(days=3))
    spare_what_stays()  # as our own schedulers do: what is compared is the way of working
    same_work, lost = _speed(store, scheduler, range(WARM_UP, WARM_UP + due), send)
    nothing, _ = (0.0, 0) if lost else _speed(store, scheduler, range(WARM_UP + due, done), lambda _: None)
    scheduler.shutdown(wait=False)
    store.engine.dispose()
    product.engine.dispose()
    return Speed(same_work, nothing, lost)


def _speed(
    store: SQLAlchemyJobStore, scheduler: BackgroundScheduler, numbers: Sequence[int], work: Callable[[str], None]
) -> tuple[float, int]:
    """Return how many jobs a second run and how many never did, of people ``numbers`` whose jobs are put in now and are due."""
    global _work  # a job store keeps only the name of a function
    _work = work
    _fill(store, scheduler, numbers, datetime.now(UTC) - timedelta(seconds=1))
    began = ended = time.perf_counter()
    scheduler.resume()
    done = 0
    while done < len(numbers) and _left.acquire(timeout=PATIENCE):
        done, ended = done + 1, time.perf_counter()
    scheduler.pause()
    return done / (ended - began), len(numbers) - done


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
