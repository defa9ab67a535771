"""Keeps one bad row, or one bad step of a tick, from holding up the others."""

from collections.abc import Callable
from functools import partial

import structlog

log = structlog.get_logger()


def isolated[T](event: str, action: Callable[[], T], otherwise: Callable[[], T], **names: object) -> T:
    """Return what ``action`` returns; when it fails, log ``event`` with ``names`` and return what ``otherwise`` returns.

    This is the one place in the core that catches everything: whatever is wrong with one person's row, the rows of
    others must go on.
    """
    try:
        return action()
    except Exception:
        log.exception(event, **names)
        return otherwise()


def contained[T](event: str, action: Callable[[], T], otherwise: Callable[[], T], left: T, **names: object) -> T:
    """Like ``isolated``; when ``otherwise`` fails as well that is logged too and ``left`` returned: the row stays as it is."""
    return isolated(event, action, partial(isolated, f"{event}_twice", otherwise, lambda: left, **names), **names)
