"""How much a process grows while it sends ever more at once."""

from collections.abc import Iterator

from bench.nudges.schedulers import WARM_UP, send
from bench.nudges.setting import fill, make_due, open_store

DUE = (5_000, 50_000)
PEOPLE = sum(DUE) + 5_000


def measure(url: str) -> Iterator[tuple[int, float]]:
    """Yield how many were due at once and the MB that one process grew by sending them, on the empty database at ``url``."""
    store = open_store(url)
    fill(store, PEOPLE, waiting=0)
    after_id = 0
    for due in DUE:
        make_due(store, after_id, due + WARM_UP)
        after_id += due + WARM_UP
        yield due, send(url, 1, due)[1]
    store.engine.dispose()
