"""How much a process grows while it sends few or many at once."""

from bench.nudges.schedulers import WARM_UP, send
from bench.nudges.setting import open_store, with_due

DUE = (5_000, 50_000)


def grown_mb(url: str, due: int) -> float:
    """Return the MB that one process grew by sending ``due`` at once, on the empty database at ``url``."""
    store = open_store(url)
    with_due(store, due + WARM_UP, due + WARM_UP)
    _, grown = send(url, 1, due)
    store.engine.dispose()
    return grown
