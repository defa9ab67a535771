"""The private logbook: what a person did or learned, in their own words."""

from bot.clock import Clock
from bot.learners.models import LogLine
from bot.learners.ports import OpenLearnerWork
from bot.learners.redact import tidy


class LogbookService:
    """Writes and reads log lines."""

    def __init__(self, open_work: OpenLearnerWork, clock: Clock) -> None:
        self._open_work = open_work
        self._clock = clock

    def write(self, learner_id: str, text: str) -> LogLine:
        """Add a line; raises UnknownLearner."""
        with self._open_work() as work:
            return work.logbook.add(learner_id, tidy(text), self._clock())

    def recent(self, learner_id: str, n: int = 5) -> list[LogLine]:
        """Return the ``n`` latest lines, newest first."""
        with self._open_work() as work:
            return work.logbook.lines(learner_id, n)
