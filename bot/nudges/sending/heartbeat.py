"""Whether a process without a port is alive."""

from datetime import timedelta

from bot.clock import Clock
from bot.nudges.ports import OpenNudgeWork

ALIVE = timedelta(minutes=1)


class Heartbeats:
    """Notes and reads signs of life."""

    def __init__(self, open_work: OpenNudgeWork, clock: Clock) -> None:
        self._open_work = open_work
        self._clock = clock

    def beat(self, process: str) -> None:
        """Note that ``process`` is alive now."""
        with self._open_work() as work:
            work.heartbeats.beat(process, self._clock())

    def is_alive(self, process: str, within: timedelta = ALIVE) -> bool:
        """Whether ``process`` showed life lately."""
        with self._open_work() as work:
            at = work.heartbeats.at(process)
        return at is not None and self._clock() - at <= within
