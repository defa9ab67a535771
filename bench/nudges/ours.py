"""How fast the product plans and sends, with many people in the store of whom few have something due."""

import time
from dataclasses import dataclass

from bench.nudges.schedulers import WARM_UP, send
from bench.nudges.setting import open_store, service_on, with_due
from bot.nudges.service import NudgeService

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
    """Growth of a process while sending."""


def measure(url: str, people: int, due: int, schedulers: int) -> Speed:
    """Fill the empty database at ``url`` with ``people``, plan for some and let ``schedulers`` send ``due`` nudges at once."""
    store = open_store(url)
    waiting = due + schedulers * WARM_UP
    planning = with_due(store, people, waiting)
    sent, grown = send(url, schedulers, due)
    idle = _seconds_of_idle_tick(service_on(store))
    store.engine.dispose()
    return Speed(waiting / planning, sent, idle * 1000, grown)


def _seconds_of_idle_tick(nudges: NudgeService) -> float:
    began = time.perf_counter()
    for _ in range(IDLE_TICKS):
        assert nudges.plan_missing() == 0
        assert nudges.send_due().ends == {}
    return (time.perf_counter() - began) / IDLE_TICKS
