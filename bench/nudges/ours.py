"""How fast the product plans and sends, with many people in the store of whom few have something due."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.nudges.schedulers import WARM_UP, send
from bench.nudges.setting import fill, make_due, open_store, plan_all, service_on
from bot.nudges.service import NudgeService
from bot.store.work import Store

IDLE_TICKS = 20


@dataclass(frozen=True)
class Speed:
    """What was measured with so many people in the store."""

    plans: float
    """People planned for in a second."""
    nudges: Mapping[int, float]
    """Nudges in a second, by the number of schedulers: claimed, decided about, rendered, stored, recorded, and the next one planned."""
    idle_tick_ms: float
    """A tick with nothing to do."""
    memory_mb: float
    """Growth of a process while sending."""


def measure(url: str, people: int, due: int) -> Speed:
    """Fill the empty database at ``url`` with ``people``, plan for some and send ``due`` nudges at once, by one scheduler and by more."""
    store = open_store(url)
    runs = schedulers_on(store)
    waiting = sum(due + schedulers * WARM_UP for schedulers in runs)
    fill(store, people, waiting)
    nudges = service_on(store)
    began = time.perf_counter()
    plan_all(nudges)
    planning = time.perf_counter() - began
    after_id, speeds, grown = people - waiting, {}, 0.0
    for schedulers in runs:
        make_due(store, after_id, due + schedulers * WARM_UP)
        after_id += due + schedulers * WARM_UP
        speeds[schedulers], memory = send(url, schedulers, due)
        grown = max(grown, memory)
    idle = _seconds_of_idle_tick(nudges)
    store.engine.dispose()
    return Speed(waiting / planning, speeds, idle * 1000, grown)


def schedulers_on(store: Store) -> Sequence[int]:
    """Return with how many schedulers to measure: SQLite serves one, PostgreSQL any number."""
    return [1] if store.engine.dialect.name == "sqlite" else [1, 2]


def _seconds_of_idle_tick(nudges: NudgeService) -> float:
    began = time.perf_counter()
    for _ in range(IDLE_TICKS):
        assert nudges.plan_missing() == 0
        assert nudges.send_due().ends == {}
    return (time.perf_counter() - began) / IDLE_TICKS
