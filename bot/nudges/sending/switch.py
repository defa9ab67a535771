"""The kill switch: one turn stops all nudges, in every process, until somebody turns it back."""

from bot.clock import Clock
from bot.nudges.ports import OpenNudgeWork
from bot.nudges.sending.limits import NUDGES


class NudgeSwitch:
    """What is due while it is off waits, and is skipped as too late after two hours. Reminders and replies go on."""

    def __init__(self, open_work: OpenNudgeWork, clock: Clock) -> None:
        self._open_work = open_work
        self._clock = clock

    def is_on(self) -> bool:
        """Whether nudges may leave."""
        with self._open_work() as work:
            return work.switches.is_on(NUDGES)

    def turn(self, *, on: bool) -> None:
        """Let nudges leave or not, from the next claim in every process."""
        with self._open_work() as work:
            work.switches.turn(NUDGES, self._clock(), on=on)
