"""The usual way: one APScheduler job per person in its SQLAlchemy job store."""

import pickle
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import batched

from apscheduler.job import Job
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bench.crowd import SCRIPTS, learner_id, seed_people
from bench.nudges.ours import SECRET, START
from bot.channels.web import WebChannel
from bot.dialogue.assembly import make_outlet
from bot.learners.rights import RightsService
from bot.nudges.seeding import seed_scripts
from bot.nudges.service import NudgeService
from bot.store.engine import make_engine
from bot.store.migrate import migrate
from bot.store.sealing import Sealer
from bot.store.work import Store

AT_ONCE = 5_000
_work: Callable[[str], None] = lambda _: None  # noqa: E731  # replaced for each measurement
_left = threading.Semaphore(0)


def job(person: str) -> None:
    """Be the function that every job runs."""
    _work(person)
    _left.release()


def measure(url: str, people: int, due: int, *, send: bool) -> float:
    """Return jobs a second on the empty database at ``url``: ``people`` jobs, of which ``due`` are due.

    With ``send`` each chooses a nudge for its person, stores and records it; without, a job does nothing.
    """
    global _work  # a job store keeps only the name of a function
    _work = _sender(url, due) if send else lambda _: None
    store = SQLAlchemyJobStore(url)
    scheduler = BackgroundScheduler(
        jobstores={"default": store}, timezone=UTC, job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
    )
    scheduler.start(paused=True)
    _fill(store, scheduler, people, due)
    began = time.perf_counter()
    scheduler.resume()
    for _ in range(due):
        _left.acquire()
    seconds = time.perf_counter() - began
    scheduler.shutdown()
    store.engine.dispose()
    return due / seconds


def _fill(store: SQLAlchemyJobStore, scheduler: BackgroundScheduler, people: int, due: int) -> None:
    """Put the jobs in the way ``add_job`` does, many at a time."""
    now = datetime.now(UTC)
    for numbers in batched(range(people), AT_ONCE):
        rows = [_row(scheduler, number, now - timedelta(seconds=1) if number < due else now + timedelta(days=3)) for number in numbers]
        with store.engine.begin() as connection:
            connection.execute(store.jobs_t.insert(), rows)


def _row(scheduler: BackgroundScheduler, number: int, at: datetime) -> dict[str, object]:
    trigger = IntervalTrigger(weeks=1, start_date=at, timezone=UTC)
    settings = {"coalesce": True, "misfire_grace_time": None, "max_instances": 1, "executor": "default", "next_run_time": at}
    made = Job(scheduler, id=learner_id(number), trigger=trigger, func=job, args=(learner_id(number),), kwargs={}, name="nudge", **settings)
    return {"id": made.id, "next_run_time": at.timestamp(), "job_state": pickle.dumps(made.__getstate__(), pickle.HIGHEST_PROTOCOL)}


def _sender(url: str, due: int) -> Callable[[str], None]:
    engine = make_engine(url)
    migrate(engine)
    store = Store(engine, Sealer(SECRET))
    with store.work() as work:
        seed_scripts(work, SCRIPTS, START)
        seed_people(work.connection, Sealer(SECRET), due, "web", START)
    outlet = make_outlet(store.work, lambda: START, {"web": WebChannel()}, RightsService(store.work, lambda: START))
    nudges = NudgeService(store.work, lambda: START, outlet)

    def send(person: str) -> None:
        reply = nudges.send_now(person)
        assert reply is not None
        outlet.send(person, reply)

    return send
