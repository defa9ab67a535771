"""The time machine: replays the coming time with the scripts that are live, and with a draft among them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock, local_date
from bot.errors import BadScript, UnknownScript
from bot.nudges.deciding.library import Library
from bot.nudges.deciding.policy import Current
from bot.nudges.experiment.learning import Learning
from bot.nudges.experiment.lessons import tallies_on
from bot.nudges.models import Script
from bot.nudges.ports import NudgeWork, OpenNudgeWork
from bot.nudges.simulation.outcome import Outcome, replay
from bot.nudges.simulation.people import TENANT, Person, synthetic
from bot.nudges.simulation.year import Event, live
from bot.nudges.writing.rules import read_script


@dataclass(frozen=True)
class Journey:
    """What to replay. The same journey through the same scripts has the same outcome."""

    people: int = 100
    days: int = 365
    seed: int = 1
    start: datetime | None = None
    """UTC; None is now."""
    learned: bool = False
    """Whether to choose as for tenants that learn, with what is known at the start."""


class TimeMachine:
    """Replays with the real planning and policy. Reads scripts, writes nothing, knows nobody."""

    def __init__(self, open_work: OpenNudgeWork, clock: Clock, interests: Collection[str]) -> None:
        self._open_work = open_work
        self._clock = clock
        self._interests = frozenset(interests)

    def live(self, journey: Journey) -> Outcome:
        """Return the outcome with the scripts as they are published."""
        return self._replay(journey, self._library(journey))

    def with_draft(self, journey: Journey, script_id: str) -> Outcome:
        """Return the outcome if the saved draft of ``script_id`` were published.

        Raises UnknownScript without a draft, and BadScript when its shape is wrong.
        """
        with self._open_work() as work:
            draft = work.script_drafts.get(script_id)
        if draft is None:
            raise UnknownScript(script_id)
        script, problems = read_script(draft.body, version=(draft.based_on or 0) + 1, interests=self._interests)
        if script is None:
            raise BadScript(f"{script_id}: {problems[0].field}: {problems[0].code}")
        return self._replay(journey, self._library(journey, script))

    def life(self, journey: Journey, number: int) -> tuple[Person, list[Event]]:
        """Return who person ``number`` of the journey is, counted from 1, and what happens to them with the published scripts."""
        start, until = self._stretch(journey)
        person = synthetic(number, journey.seed, start, sorted(self._interests))[-1]
        return person, list(live(person, self._library(journey), start, until))

    def _library(self, journey: Journey, *drafts: Script) -> Library:
        with self._open_work() as work:
            current = dict(work.scripts.all())
            learning = self._learning(work, journey) if journey.learned else Learning()
        return Library(current | {script.id: Current(script) for script in drafts}, learning)

    def _learning(self, work: NudgeWork, journey: Journey) -> Learning:
        day = local_date(journey.start or self._clock())
        return Learning(frozenset({TENANT}), tallies_on(work, work.tenants.learning(), day), f"{TENANT} {journey.seed}")

    def _replay(self, journey: Journey, library: Library) -> Outcome:
        start, until = self._stretch(journey)
        people = synthetic(journey.people, journey.seed, start, sorted(self._interests))
        return replay(people, library, start, until)

    def _stretch(self, journey: Journey) -> tuple[datetime, datetime]:
        start = journey.start or self._clock()
        return start, start + timedelta(days=journey.days)
