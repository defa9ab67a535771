"""Kills schedulers at random moments while they send, lets the last ones finish, and looks at what became of every nudge."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, create_engine, func, select

from bench.crowd import SCRIPTS, seed_due, seed_people
from bench.kill.outcome import Outcome, judge
from bench.kill.telegram import TOKEN, BadTelegram
from bot.clock import AMSTERDAM
from bot.nudges.models import DueState
from bot.nudges.sending.sender import LEASE
from bot.nudges.writing.seeding import seed_scripts
from bot.store.database.engine import make_engine
from bot.store.database.migrate import migrate
from bot.store.database.sealing import Sealer
from bot.store.nudges.due_states import OPEN_STATES
from bot.store.tables.nudges import due_nudges
from bot.store.work import Store

ROOT = Path(__file__).parent.parent.parent
SECRET = "a secret for measurements"  # noqa: S105  # guards nothing
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
    due_at = _eleven_o_clock()
    _seed(engine, plan.nudges, due_at)
    # Ours takes SQLite's one writer for every transaction; looking on must not wait for it, or hold it up.
    watcher = create_engine(plan.url)
    with BadTelegram(plan.seed) as telegram, tempfile.TemporaryDirectory() as home:
        ahead = (due_at - datetime.now(UTC)).total_seconds()
        environment = _environment(plan.url, telegram.url, Path(home))
        kills = _kill_while_sending(plan, watcher, environment, due_at, ahead)
        # Everybody who held a lease is dead, so it may run out at once.
        later = ahead + LEASE.total_seconds() + 1
        with _schedulers(plan.schedulers, environment, later):
            _wait_until(lambda: _count(watcher, OPEN_STATES, due_at) == 0)
        outcome = judge(engine, telegram, plan.nudges, kills, due_at)
    for each in (engine, watcher):
        each.dispose()
    return outcome


def _eleven_o_clock() -> datetime:
    """The coming Tuesday, late in the morning: time enough to finish before a nudge is too late."""
    now = datetime.now(AMSTERDAM)
    day = now + timedelta(days=(1 - now.weekday()) % 7 or 7)
    return day.replace(hour=11, minute=0, second=0, microsecond=0).astimezone(UTC)


def _seed(engine: Engine, nudges: int, due_at: datetime) -> None:
    sealer = Sealer(SECRET)
    with Store(engine, sealer).work() as work:
        seed_scripts(work, SCRIPTS, due_at)
        seed_people(work.connection, sealer, nudges, "telegram", due_at)
        seed_due(work.connection, SCRIPTS, range(nudges), due_at)


def _environment(url: str, telegram: str, home: Path) -> dict[str, str]:
    databases = {"DATABASE_URL": url, "RASA_DATABASE": f"sqlite:///{home / 'rasa.db'}", "DUWTJE_HOME": str(home), "DUWTJE_SECRET": SECRET}
    return os.environ | databases | {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_BASE": telegram, "TICK_SECONDS": "0.2"}


def _start(environment: dict[str, str], ahead: float) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "bench.kill.worker"], cwd=ROOT, env=environment | {"BENCH_AHEAD": str(ahead)})


def _kill_while_sending(plan: Plan, engine: Engine, environment: dict[str, str], due_at: datetime, ahead: float) -> int:
    """Return how many were killed while nudges were under way: at most what the plan asks, fewer when all had ended before."""
    lots = random.Random(plan.seed)  # noqa: S311  # repeatable, not secret
    running = [_start(environment, ahead) for _ in range(plan.schedulers)]
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
            running[victim] = _start(environment, ahead)
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
    running = [_start(environment, ahead) for _ in range(count)]
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
