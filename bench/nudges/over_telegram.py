"""From a due row to a message at Telegram: a real scheduler process with its ticks, turns that processes share, and a network."""

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from statistics import quantiles

from bench.crowd import FIRST_CHAT, SCRIPTS, SECRET, seed_due, seed_people
from bench.kill.process import eleven_o_clock, environment_of, start
from bench.nudges.calm_telegram import CalmTelegram
from bench.nudges.setting import open_store
from bot.nudges.writing.seeding import seed_scripts
from bot.store.conversation.turns import PER_SECOND
from bot.store.database.migrate import migrate
from bot.store.database.sealing import Sealer
from bot.store.work import Store

ANSWERS_IN = (0.0, 0.08)
"""Seconds that a Telegram takes to answer: none, and a usual distance."""
RUSH = 150
"""Nudges that are due at once."""
A_SECOND, SECONDS = 20, 10
"""How many are due in each second where lateness is measured, and how long."""
PEOPLE = len(ANSWERS_IN) * 2 * (RUSH + 1) + A_SECOND * SECONDS
"""Everybody gets one nudge."""
LEAD = timedelta(seconds=2)
"""Between planning and the first moment, so that planning is not measured."""
AS_FAST_AS_IT_GOES = 1_000
PATIENCE = 120.0
"""Seconds in which everything must arrive."""


@dataclass(frozen=True)
class Speed:
    """Messages a second to one Telegram."""

    answers_in: float
    free: float
    """When nothing asks for a pace."""
    paced: float
    """At the product's pace, which keeps to Telegram's limits."""


def measure(url: str) -> tuple[Sequence[Speed], Sequence[float]]:
    """Return the speed to each Telegram, and how late nudges arrive at the slowest: the median and the 99th percentile, in seconds.

    ``url`` is of an empty database.
    """
    store, at = open_store(url), eleven_o_clock()
    migrate(store.engine)
    with store.work() as work:
        seed_scripts(work, SCRIPTS, at)
        seed_people(work.connection, Sealer(SECRET), PEOPLE, "telegram", at)
    ahead, people, speeds = at - datetime.now(UTC), count(), []
    for seconds in ANSWERS_IN:
        with _line(store, ahead, people, seconds, AS_FAST_AS_IT_GOES) as line:
            free = line.rush()
        with _line(store, ahead, people, seconds, PER_SECOND) as line:
            speeds.append(Speed(seconds, free, line.rush()))
            late = line.lateness() if seconds == max(ANSWERS_IN) else []
    store.engine.dispose()
    return speeds, late


@dataclass
class _Line:
    """A running scheduler and the Telegram it sends to."""

    store: Store
    telegram: CalmTelegram
    ahead: timedelta
    """How far the scheduler's clock is."""
    people: Iterator[int]
    """Who did not get a nudge yet."""

    def rush(self) -> float:
        """Let many be due at once; return messages a second, from the first to the last."""
        at = self._plan([self._now()] * RUSH)
        return (RUSH - 1) / (max(at) - min(at))

    def lateness(self) -> Sequence[float]:
        """Let some be due in each second; return the median and the 99th percentile of how late they arrived."""
        first = self._now() + LEAD
        moments = [first + timedelta(seconds=number / A_SECOND) for number in range(A_SECOND * SECONDS)]
        cuts = quantiles((at - (due - self.ahead).timestamp() for at, due in zip(self._plan(moments), moments, strict=True)), n=100)
        return cuts[49], cuts[98]

    def wait_for_the_scheduler(self) -> None:
        """Return when it sent its first message: by then it has read the scripts and opened its connections."""
        self._plan([self._now()])

    def _now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def _plan(self, moments: Sequence[datetime]) -> list[float]:
        """Plan one nudge for somebody else at each moment; return when each arrived, in order of ``moments``."""
        people = [next(self.people) for _ in moments]
        with self.store.work() as work:
            for number, moment in zip(people, moments, strict=True):
                seed_due(work.connection, SCRIPTS, [number], moment)
        chats = [FIRST_CHAT + number for number in people]
        end = time.monotonic() + PATIENCE
        while not self.telegram.arrived.keys() >= set(chats):
            if time.monotonic() > end:
                raise TimeoutError
            time.sleep(0.1)
        return [self.telegram.arrived[chat] for chat in chats]


@contextmanager
def _line(store: Store, ahead: timedelta, people: Iterator[int], answers_in: float, per_second: int) -> Iterator[_Line]:
    url = store.engine.url.render_as_string(hide_password=False)
    with CalmTelegram(answers_in) as telegram, tempfile.TemporaryDirectory() as home:
        scheduler = start(environment_of(url, telegram.url, Path(home), BENCH_PER_SECOND=str(per_second)), ahead.total_seconds())
        try:
            line = _Line(store, telegram, ahead, people)
            line.wait_for_the_scheduler()
            yield line
        finally:
            scheduler.terminate()
            scheduler.wait(60)
