"""How much a process grows while it sends few or many at once."""

from bench.nudges.schedulers import WARM_UP, send
from bench.nudges.setting import fill, make_due, open_store, plan_all, service_on

DUE = (5_000, 50_000)


def grown_mb(url: str, due: int) -> float:
    """Return the MB that one process grew by sending ``due`` at once, on the empty database at ``url``."""
    store = open_store(url)
    fill(store, due + WARM_UP, waiting=due + WARM_UP)
    plan_all(service_on(store))
    make_due(store, others=0)
    _, grown = send(url, 1, due)
    store.engine.dispose()
    return grown
