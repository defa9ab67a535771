"""How fast the product plans and sends, with many people in the store of whom few have something due."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import update

from bench.crowd import learner_id, seed_due, seed_people, seed_words, shipped_scripts
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

SECRET = "a secret for measurements"  # noqa: S105  # guards nothing
START = datetime(2026, 3, 3, 10, tzinfo=UTC)
"""A Tuesday, eleven o'clock in Amsterdam."""
IDLE_TICKS = 20
MOST_TALKED = 20_000
"""People to whom something was said before."""


@dataclass(frozen=True)
class Speed:
    """What was measured with so many people in the store."""

    plans: float
    """People planned for in a second."""
    nudges: float
    """Nudges claimed, decided about, rendered, stored, recorded and followed by the next plan, in a second."""
    idle_tick_ms: float
    """A tick with nothing to do."""
    memory_mb: float
    """Growth of the process while sending."""


def measure(url: str, people: int, due: int) -> Speed:
    """Fill the empty database at ``url`` with ``people``, plan for ``due`` of them and send these at once."""
    engine = make_engine(url)
    migrate(engine)
    store = Store(engine, Sealer(SECRET))
    others = _seed(store, people, due)
    outlet = make_outlet(store.work, lambda: START, {"web": WebChannel()}, RightsService(store.work, lambda: START))
    nudges = NudgeService(store.work, lambda: START, outlet, pace=Pace(batches=store.writers))
    planning = _seconds_of_planning(nudges)
    _make_due(store, others)
    memory = _memory_mb()
    began = time.perf_counter()
    sent = nudges.send_due(most=due, seconds=3600).sent
    sending = time.perf_counter() - began
    grown = _memory_mb() - memory
    assert sent == due, f"{sent} of {due} went out"
    began = time.perf_counter()
    for _ in range(IDLE_TICKS):
        assert nudges.plan_missing() == 0
        assert nudges.send_due().ends == {}
    idle = (time.perf_counter() - began) / IDLE_TICKS
    engine.dispose()
    return Speed(due / planning, due / sending, idle * 1000, grown)


def _seed(store: Store, people: int, due: int) -> int:
    """Return how many have a nudge planned for later: everybody but ``due``, who wait for the planner."""
    scripts = shipped_scripts()
    with store.work() as work:
        seed_scripts(work, scripts, START - timedelta(days=1))
        seed_people(work.connection, Sealer(SECRET), people, "web", START)
        seed_words(work.connection, Sealer(SECRET), range(min(people, MOST_TALKED)), START - timedelta(days=2))
        seed_due(work.connection, scripts, range(due, people), START + timedelta(days=3))
        look_at_once(work.connection, [learner_id(number) for number in range(due)])
    with store.engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()
    return people - due


def _make_due(store: Store, others: int) -> None:
    """Let everything that the planner made, which came after the rows of ``others``, be due at once."""
    with store.engine.begin() as connection:
        connection.execute(update(due_nudges).where(due_nudges.c.id > others).values(due_at=START, wake_at=START))


def _seconds_of_planning(nudges: NudgeService) -> float:
    began = time.perf_counter()
    while nudges.plan_missing():
        pass
    return time.perf_counter() - began


def _memory_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 1e6
