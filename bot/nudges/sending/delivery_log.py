"""What an administrator may see of sending: rows and reasons, never a person."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.clock import Clock
from bot.nudges.models import DueState, Reason
from bot.nudges.ports import Delivery, OpenNudgeWork


class DeliveryLog:
    """Reads the delivery log."""

    def __init__(self, open_work: OpenNudgeWork, clock: Clock) -> None:
        self._open_work = open_work
        self._clock = clock

    def page(
        self, *, before_id: int | None = None, limit: int = 50, script_id: str | None = None, reason: Reason | None = None
    ) -> Sequence[Delivery]:
        """Return rows, newest first; ``before_id`` is the last id of the page before."""
        with self._open_work() as work:
            return work.deliveries.page(before_id=before_id, limit=limit, script_id=script_id, reason=reason)

    def counts(self, days: int = 7) -> Mapping[tuple[DueState, Reason], int]:
        """Return how many rows ended in the last ``days``, per end and reason."""
        with self._open_work() as work:
            return work.deliveries.counts(self._clock() - timedelta(days=days))
