"""Kills schedulers at random moments while they send, lets the last ones finish, and looks at what became of every nudge."""

import random
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, create_engine, func, select

from bench.crowd import SCRIPTS, SECRET, seed_due, seed_people
from bench.kill.outcome import Outcome, judge
from bench.kill.process import eleven_o_clock, environment_of, start
from bench.kill.telegram import BadTelegram
from bot.nudges.models import DueState
from bot.nudges.sending.sender import LEASE
from bot.nudges.writing.seeding import seed_scripts
from bot.store.database.engine import make_engine
from bot.store.database.migrate import migrate
from bot.store.database.sealing import Sealer
from bot.store.nudges.due_states import OPEN_STATES
from bot.store.tables.nudges import due_nudges
from bot.store.work import Store

PLANNED = (DueState.PLANNED.value,)
PATIENCE = 900.0
"""Seconds in which the last schedulers must finish."""


@dataclass(frozen=True)
class Plan:
    """One run."""

    url: str
    nudges: int
    kills: int
    schedulers: int
    seed: int = 1


def run(plan: Plan) -> Outcome:
    """Carry out ``plan`` on the empty database at its address."""
    engine = make_engine(plan.url)
    migrate(engine)
    due_at = eleven_o_clock()
    _seed(engine, plan.nudges, due_at)
    # Ours takes SQLite's one writer for every transaction; looking on must not wait for it, or hold it up.
    watcher = create_engine(plan.url)
    with BadTelegram(plan.seed) as telegram, tempfile.TemporaryDirectory() as home:
        ahead = (due_at - datetime.now(UTC)).total_seconds()
        environment = environment_of(plan.url, telegram.url, Path(home), TICK_SECONDS="0.2")
        kills = _kill_while_sending(plan, watcher, environment, due_at, ahead)
        # Everybody who held a lease is dead, so it may run out at once.
        later = ahead + LEASE.total_seconds() + 1
        with _schedulers(plan.schedulers, environment, later):
            _wait_until(lambda: _count(watcher, OPEN_STATES, due_at) == 0)
        outcome = judge(engine, telegram, plan.nudges, kills, due_at)
    for each in (engine, watcher):
        each.dispose()
    return outcome


def _seed(engine: Engine, nudges: int, due_at: datetime) -> None:
    sealer = Sealer(SECRET)
    with Store(engine, sealer).work() as work:
        seed_scripts(work, SCRIPTS, due_at)
        seed_people(work.connection, sealer, nudges, "telegram", due_at)
        seed_due(work.connection, SCRIPTS, range(nudges), due_at)


def _kill_while_sending(plan: Plan, engine: Engine, environment: dict[str, str], due_at: datetime, ahead: float) -> int:
    """Return how many were killed while nudges were under way: at most what the plan asks, fewer when all had ended before."""
    lots = random.Random(plan.seed)  # noqa: S311  # repeatable, not secret
    running = [start(environment, ahead) for _ in range(plan.schedulers)]
    try:
        for kills in range(plan.kills):
            before = _count(engine, PLANNED, due_at)
            # While nobody sends there is nothing to interrupt.
            _wait_until(partial(_is_going_on, engine, due_at, before))
            time.sleep(lots.uniform(0, 0.4))
            if not _count(engine, OPEN_STATES, due_at):
                return kills
            victim = lots.randrange(len(running))
            _kill(running[victim])
            running[victim] = start(environment, ahead)
        return plan.kills
    finally:
        for process in running:
            _kill(process)


def _is_going_on(engine: Engine, due_at: datetime, before: int) -> bool:
    """Whether more rows left the state planned than before, or none is left to begin with."""
    planned = _count(engine, PLANNED, due_at)
    return planned < before or planned == 0


@contextmanager
def _schedulers(count: int, environment: dict[str, str], ahead: float) -> Iterator[None]:
    running = [start(environment, ahead) for _ in range(count)]
    try:
        yield
    finally:
        for process in running:
            process.send_signal(signal.SIGTERM)
        for process in running:
            process.wait(60)


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()


def _count(engine: Engine, states: tuple[str, ...], until: datetime) -> int:
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).where(due_nudges.c.state.in_(states), due_nudges.c.due_at <= until)) or 0


def _wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.1)
