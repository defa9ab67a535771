"""How many nudges may leave now: all, as many as the budget still has, or none because somebody switched them off."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.nudges.ports import NudgeWork

NUDGES = "nudges"
"""Name of the switch."""


@dataclass(frozen=True)
class Budget:
    """At most this many nudges leave in any hour and any 24 hours; None is no bound."""

    per_hour: int | None = None
    per_day: int | None = None

    def room(self, work: NudgeWork, now: datetime) -> int | None:
        """Return how many may still be claimed; None is any number. 0 when nudges are switched off."""
        if not work.switches.is_on(NUDGES):
            return 0
        bounds = [(self.per_hour, timedelta(hours=1)), (self.per_day, timedelta(days=1))]
        set_bounds = [(most, period) for most, period in bounds if most is not None]
        if not set_bounds:
            return None
        work.switches.hold(NUDGES, now)  # two processes may not count at the same time and both find room
        return max(0, min(most - work.due_nudges.count_sent(now - period) for most, period in set_bounds))
