"""One batch is worked on while another waits for the database, and a third is being claimed."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor


def overlapping[T, R](work: Callable[[T], R], things: Iterable[T], at_once: int) -> Iterator[R]:
    """Yield what ``work`` makes of each of ``things``, in their order, with ``at_once`` of them in hand.

    With one, each is done when it is asked for, in the caller's thread. What ``work`` raises is raised in its turn.
    """
    if at_once == 1:
        yield from map(work, things)
        return
    with ThreadPoolExecutor(at_once, "batch") as pool:
        busy: deque[Future[R]] = deque()
        for thing in things:
            busy.append(pool.submit(work, thing))
            if len(busy) > at_once:
                yield busy.popleft().result()
        while busy:
            yield busy.popleft().result()
