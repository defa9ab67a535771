"""Does work in a process of its own, so that its peak memory is its own."""

import resource
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path


def apart[T](work: Callable[..., T], *arguments: object) -> tuple[T, float, float]:
    """Return what ``work`` returns in a fresh process, that process's peak memory in MB and the seconds."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_measured, work, *arguments).result()


def resident_mb(process: int | str = "self") -> float:
    """Return the memory of a process that is resident now, in MB."""
    pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def _measured[T](work: Callable[..., T], *arguments: object) -> tuple[T, float, float]:
    begin = time.monotonic()
    result = work(*arguments)
    return result, _peak(), time.monotonic() - begin


def _peak() -> float:
    """Return the most memory that this process had (Linux ``VmHWM``; ``ru_maxrss`` would count that of its parent too)."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1000
