"""How fast the product plans and sends, with many people in the store of whom few have something due."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.crowd import SCRIPTS, learner_id, seed_due, seed_people
from bot.channels.web import WebChannel
from bot.dialogue.assembly import make_outlet
from bot.learners.rights import RightsService
from bot.nudges.seeding import seed_scripts
from bot.nudges.service import NudgeService
from bot.store.engine import make_engine
from bot.store.migrate import migrate
from bot.store.planning_queue import look_at_once
from bot.store.sealing import Sealer
from bot.store.work import Store

SECRET = "a secret for measurements"  # noqa: S105  # guards nothing
START = datetime(2026, 3, 3, 10, tzinfo=UTC)
"""A Tuesday, eleven o'clock in Amsterdam."""
IDLE_TICKS = 20


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
    """Fill the empty database at ``url`` with ``people``, of whom ``due`` have a nudge now and as many have none planned."""
    engine = make_engine(url)
    migrate(engine)
    store, now = Store(engine, Sealer(SECRET)), [START]
    _seed(store, people, due)
    outlet = make_outlet(store.work, lambda: now[0], {"web": WebChannel()}, RightsService(store.work, lambda: now[0]))
    nudges = NudgeService(store.work, lambda: now[0], outlet)
    planning = _seconds_of_planning(nudges)
    memory = _memory_mb()
    began = time.perf_counter()
    sent = nudges.send_due(most=due, seconds=3600).sent
    sending = time.perf_counter() - began
    grown = _memory_mb() - memory
    assert sent == due, f"{sent} of {due} went out"
    began = time.perf_counter()
    for _ in range(IDLE_TICKS):
        nudges.plan_missing()
        nudges.send_due()
    idle = (time.perf_counter() - began) / IDLE_TICKS
    engine.dispose()
    return Speed(due / planning, due / sending, idle * 1000, grown)


def _seed(store: Store, people: int, due: int) -> None:
    with store.work() as work:
        seed_scripts(work, SCRIPTS, START - timedelta(days=1))
        seed_people(work.connection, Sealer(SECRET), people, "web", START)
        seed_due(work.connection, SCRIPTS, range(due), START)
        seed_due(work.connection, SCRIPTS, range(2 * due, people), START + timedelta(days=3))
        look_at_once(work.connection, [learner_id(number) for number in range(due, 2 * due)])
    with store.engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()


def _seconds_of_planning(nudges: NudgeService) -> float:
    began = time.perf_counter()
    while nudges.plan_missing():
        pass
    return time.perf_counter() - began


def _memory_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 1e6
