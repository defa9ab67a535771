"""What people do between two kills: ask to be reminded, stop, pause and come back. What they may not get any more is remembered."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Engine, func, select

from bench.crowd import FIRST_CHAT, SCRIPTS, learner_id
from bench.kill.telegram import BadTelegram
from bot.language.saying.texts import load_texts
from bot.language.when.rhythm import Rhythm
from bot.learners.rights import RightsService
from bot.nudges.asking.reminders import ReminderService
from bot.nudges.models import DueState
from bot.nudges.reminder import ReminderState
from bot.store.nudges.due_states import in_state
from bot.store.tables.nudges import due_nudges
from bot.store.tables.reminders import reminders
from bot.store.work import Store

SOON = (0.5, 4.0)
"""Seconds until a reminder that somebody asks for: it is said while the killing goes on."""
COME_BACK = 0.5
"""Share of those who pause."""
NUDGES = tuple(script.text for script in SCRIPTS)


@dataclass(frozen=True)
class Got:
    """What somebody had at a moment: nudges at Telegram, and reminders that were said."""

    nudges: int
    reminders: int


@dataclass(frozen=True)
class Silence:
    """Somebody wants nothing, from one moment on to another or for good."""

    person: int
    stopped: bool
    """For good; otherwise it is a pause."""
    before: Got
    on_the_way: int
    """Nudges that were being handed over by then, which nobody can call back."""
    after: Got | None = None
    """What they had when the pause ended; None when it lasts."""

    def is_broken(self, now: Got) -> bool:
        """Whether something came in it; ``now`` is what they have by now."""
        end = self.after or now
        return end.nudges > self.before.nudges + self.on_the_way or end.reminders > self.before.reminders


class People:
    """``count`` people who act through the services of the product, drawn by lot; ``watcher`` only looks."""

    def __init__(
        self, count: int, store: Store, watcher: Engine, telegram: BadTelegram, clock: Callable[[], datetime], lots: random.Random
    ) -> None:
        self._reminders = ReminderService(store.work, clock, load_texts())
        self._rights = RightsService(store.work, clock)
        self._watcher = watcher
        self._telegram = telegram
        self._clock = clock
        self._lots = lots
        self._others = iter(lots.sample(range(count), count))
        self._to_stop: list[int] = []
        self._to_pause: list[int] = []
        self._paused: list[Silence] = []
        self._others_silent: list[Silence] = []
        self.asked: list[int] = []
        """Who asked for a reminder, each for one."""

    def act(self) -> None:
        """Let five more ask for a reminder. Of those of the time before one stops and one pauses; half of who paused then come back."""
        self._paused = [self._resumed(one) if self._lots.random() < COME_BACK else one for one in self._paused]
        self._others_silent += self._paused
        self._paused = [self._silence(person, stopped=False) for person in self._to_pause]
        self._others_silent += [self._silence(person, stopped=True) for person in self._to_stop]
        self._to_stop, self._to_pause = [self._ask()], [self._ask()]
        for rhythm in (None, None, Rhythm.DAY):
            self._ask(rhythm)

    def silences(self) -> Sequence[Silence]:
        """Return every stop and every pause."""
        return [*self._others_silent, *self._paused]

    def broken(self) -> int:
        """Return in how many silences something came."""
        return sum(one.is_broken(self._got(one.person)) for one in self.silences())

    def _ask(self, rhythm: Rhythm | None = None) -> int:
        person = next(self._others)
        self.asked.append(person)
        at = self._clock() + timedelta(seconds=self._lots.uniform(*SOON))
        self._reminders.ask(learner_id(person), at, words_for(person), rhythm)
        return person

    def _silence(self, person: int, *, stopped: bool) -> Silence:
        wish = self._rights.stop if stopped else self._rights.pause
        wish(learner_id(person))
        on_the_way = self._on_the_way(person)
        return Silence(person, stopped, self._got(person), on_the_way)

    def _resumed(self, silence: Silence) -> Silence:
        ended = replace(silence, after=self._got(silence.person))
        self._rights.resume(learner_id(silence.person))
        return ended

    def _got(self, person: int) -> Got:
        said = select(func.count()).where(reminders.c.learner_id == learner_id(person), reminders.c.state == ReminderState.SAID.value)
        with self._watcher.connect() as connection:
            count = connection.scalar(said) or 0
        return Got(sum(self._telegram.received[FIRST_CHAT + person, text] for text in NUDGES), count)

    def _on_the_way(self, person: int) -> int:
        """Return how many nudges are being handed over, or were by a scheduler that died: what left may still be going."""
        going = in_state(DueState.SENDING, DueState.UNKNOWN)
        with self._watcher.connect() as connection:
            return connection.scalar(select(func.count()).where(due_nudges.c.learner_id == learner_id(person), going)) or 0


def words_for(person: int) -> str:
    """Return what ``person`` wants to be reminded of, which nobody else does."""
    return f"boek nummer {person} terugbrengen"
