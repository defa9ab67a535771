"""How much one person may send: a burst, and then a steady trickle."""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from bot.clock import Clock

BURST = 20
SECONDS_PER_MESSAGE = 3.0
MANY = 10_000
"""People remembered at once; whoever was silent longest is forgotten, and has a full bucket anyway."""


class Verdict(Enum):
    """What to do with a message."""

    FINE = "fine"
    TELL = "tell"
    """Too many: say so."""
    SILENT = "silent"
    """Too many, and we said so."""


@dataclass
class _Bucket:
    tokens: float
    at: datetime
    told: bool = False


class Limit:
    """A token bucket per key. Lives in memory: a restart forgives everybody."""

    def __init__(self, clock: Clock, burst: int = BURST, seconds_per_message: float = SECONDS_PER_MESSAGE) -> None:
        self._clock = clock
        self._burst = burst
        self._seconds = seconds_per_message
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, key: str) -> Verdict:
        """Count one message of ``key``."""
        with self._lock:
            bucket = self._filled(key)
            if bucket.tokens >= 1:
                bucket.tokens -= 1
                return Verdict.FINE
            if bucket.told:
                return Verdict.SILENT
            bucket.told = True
            return Verdict.TELL

    def _filled(self, key: str) -> _Bucket:
        now = self._clock()
        bucket = self._buckets.pop(key, None) or _Bucket(self._burst, now)
        bucket.tokens = min(self._burst, bucket.tokens + (now - bucket.at).total_seconds() / self._seconds)
        bucket.at = now
        # Said once until they have calmed down, not once per message that slips through.
        bucket.told = bucket.told and bucket.tokens < self._burst / 2
        self._buckets[key] = bucket
        if len(self._buckets) > MANY:
            self._buckets.popitem(last=False)
        return bucket
