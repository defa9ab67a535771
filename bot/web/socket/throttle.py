"""Slows down whoever opens conversations by the hundred."""

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

BURST = 200
"""A whole company may share one address and open the chat after the same announcement."""
PER_SECOND = 2.0
_MOST_NAMES = 10_000


class Throttle:
    """A token bucket per name."""

    def __init__(self, burst: float = BURST, per_second: float = PER_SECOND, now: Callable[[], float] = monotonic) -> None:
        self._burst = burst
        self._per_second = per_second
        self._now = now
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, name: str) -> bool:
        """Whether ``name`` may act once more now; counts the act when it may."""
        now = self._now()
        left, since = self._buckets.pop(name, (self._burst, now))
        left = min(self._burst, left + (now - since) * self._per_second)
        allowed = left >= 1
        self._buckets[name] = (left - 1 if allowed else left, now)
        if len(self._buckets) > _MOST_NAMES:
            self._buckets.popitem(last=False)
        return allowed
