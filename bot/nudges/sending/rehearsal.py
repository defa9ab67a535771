"""What a tick would do now, without doing it."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from bot.clock import Clock
from bot.nudges.deciding.library import Library
from bot.nudges.isolation import isolated
from bot.nudges.loading import situations_of
from bot.nudges.models import DueNudge, Reason
from bot.nudges.ports import OpenNudgeWork
from bot.nudges.sending.settling import cases_of, decide_all

MOST_ROWS = 1_000
UNREADABLE = "unreadable"
"""What is told of rows about whose person something is stored that cannot be read."""


class Rehearsal:
    """Decides with the real rules about the rows that are due, and changes nothing."""

    def __init__(self, open_work: OpenNudgeWork, clock: Clock) -> None:
        self._open_work = open_work
        self._clock = clock

    def next_tick(self, limit: int = MOST_ROWS) -> Counter[str]:
        """Return how many of the first ``limit`` due rows would end for each reason; ``allowed`` would be sent.

        Knows nothing of budgets and switches: it tells what the rules say. Rows of who cannot be read count as ``UNREADABLE``, and
        the log names each.
        """
        now = self._clock()
        with self._open_work() as work:
            rows = work.due_nudges.ripe(now, limit)
        return isolated("rehearsing_together_failed", partial(self._ends_of, rows, now), partial(self._one_by_one, rows, now))

    def _one_by_one(self, rows: Sequence[DueNudge], now: datetime) -> Counter[str]:
        return sum((self._end_of(due, now) for due in rows), Counter())

    def _end_of(self, due: DueNudge, now: datetime) -> Counter[str]:
        unreadable = partial(Counter[str], [UNREADABLE])
        return isolated("rehearsing_failed", partial(self._ends_of, [due], now), unreadable, due=due.id, script=due.script_id)

    def _ends_of(self, rows: Sequence[DueNudge], now: datetime) -> Counter[str]:
        with self._open_work() as work:
            people = work.learners.all_for_change({due.learner_id for due in rows})
            situations = situations_of(work, people.values(), now)
            known = [due for due in rows if due.learner_id in people]
            letters, denied = decide_all(cases_of(known, situations, Library(work.scripts.all()), now))
        return +Counter({Reason.ALLOWED.value: len(letters)}) + Counter(deny.reason.value for _, deny in denied)
