"""Whether processes without a port are alive."""

from datetime import timedelta

from bot.clock import Clock
from bot.nudges.ports import OpenNudgeWork

ALIVE = timedelta(minutes=1)
GONE = timedelta(days=1)


class Heartbeats:
    """Notes and reads signs of life. ``name`` tells this process, and checks of it, from others of its kind."""

    def __init__(self, open_work: OpenNudgeWork, clock: Clock, name: str) -> None:
        self._open_work = open_work
        self._clock = clock
        self._name = name

    def beat(self, kind: str) -> None:
        """Note that this process, of ``kind``, is alive now."""
        now = self._clock()
        with self._open_work() as work:
            work.heartbeats.beat(kind, self._name, now)

    def forget_gone(self) -> None:
        """Forget processes that showed no life for a day: containers come and go under other names."""
        with self._open_work() as work:
            work.heartbeats.forget(self._clock() - GONE)

    def is_alive(self, kind: str) -> bool:
        """Whether any process of ``kind`` showed life lately."""
        return self._showed_life(kind, None)

    def is_own_alive(self, kind: str) -> bool:
        """Whether the process of ``kind`` with this very name showed life lately."""
        return self._showed_life(kind, self._name)

    def _showed_life(self, kind: str, name: str | None) -> bool:
        with self._open_work() as work:
            at = work.heartbeats.latest(kind, name)
        return at is not None and self._clock() - at <= ALIVE
