"""The private logbook: what a person did or learned, in their own words."""

from bot.clock import Clock
from bot.learners.models import LogLine
from bot.learners.ports import OpenLearnerWork
from bot.learners.redact import tidy


class LogbookService:
    """Writes, reads, changes and removes log lines."""

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

    def reword(self, learner_id: str, line_id: int, text: str) -> bool:
        """Put other words in a line and keep its date; False when this person has no such line."""
        with self._open_work() as work:
            return work.logbook.reword(learner_id, line_id, tidy(text))

    def remove(self, learner_id: str, line_id: int) -> None:
        """Take one line away, if this person has it."""
        with self._open_work() as work:
            work.logbook.remove(learner_id, line_id)

    def clear(self, learner_id: str) -> None:
        """Take all lines of this person away, and nothing else."""
        with self._open_work() as work:
            work.logbook.clear(learner_id)
