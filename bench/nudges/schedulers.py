"""Processes that send from one store at the same time, as several schedulers do on one machine."""

import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from threading import Barrier

from bench.apart import resident_mb
from bench.nudges.setting import open_store, service_on
from bot.garbage import spare_what_stays

WARM_UP = 200
"""Nudges that each process sends before the clock starts: a scheduler that runs has read the scripts already."""
PATIENCE = 120.0
"""Seconds to wait for the other processes."""
_all_ready: Barrier | None = None


@dataclass(frozen=True)
class Part:
    """What one process sent; moments are of the clock that all processes share."""

    sent: int
    began: float
    ended: float
    grown_mb: float
    """Growth of the process while sending."""


def send(url: str, processes: int, due: int) -> tuple[float, float]:
    """Send ``due`` nudges, after ``WARM_UP`` for each process; return nudges a second, and the most MB that one process grew."""
    context = get_context("spawn")
    with ProcessPoolExecutor(processes, context, _meet_at, (context.Barrier(processes),)) as pool:
        parts = list(pool.map(_send, [url] * processes, [due] * processes))
    sent = sum(part.sent for part in parts)
    assert sent == due, f"{sent} of {due} went out"
    return due / _seconds(parts), max(part.grown_mb for part in parts)


def _meet_at(barrier: Barrier) -> None:
    global _all_ready  # a barrier can be handed over only when a process begins
    _all_ready = barrier


def _send(url: str, most: int) -> Part:
    assert _all_ready is not None
    store = open_store(url)
    nudges = service_on(store)
    warm = nudges.send_due(most=WARM_UP).sent
    assert warm == WARM_UP, f"{warm} of {WARM_UP} went out"
    spare_what_stays()
    _all_ready.wait(PATIENCE)
    memory, began = resident_mb(), time.perf_counter()
    sent = nudges.send_due(most=most, seconds=3600).sent
    part = Part(sent, began, time.perf_counter(), resident_mb() - memory)
    store.engine.dispose()
    return part


def _seconds(parts: Sequence[Part]) -> float:
    return max(part.ended for part in parts) - min(part.began for part in parts)
