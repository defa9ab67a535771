"""What people looked for and the catalogue did not have, counted so that nobody can be recognised."""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.anonymity import FEWEST, rounded_down
from bot.catalogue.regions import Regions
from bot.catalogue.wanted import Wanted
from bot.clock import Clock, local_date


@dataclass(frozen=True)
class Unmet:
    """One person found nothing about one topic in one region, in a quarter that begins on ``quarter``."""

    learner_id: str
    quarter: date
    topic: str
    """A tag; empty when no topic was heard in the wish."""
    region: str
    """A code such as AM11; empty when no place was named."""
    at: datetime


@dataclass(frozen=True)
class Shortage:
    """How many people, rounded down, found nothing about a topic in a region."""

    topic: str
    region: str
    people: int


class Unmets(Protocol):
    """The stored searches that found nothing."""

    def note(self, searches: Iterable[Unmet]) -> None:
        """Store what was not noted yet."""

    def of(self, quarter: date) -> Sequence[Unmet]:
        """Return everything of one quarter."""


class DemandWork(Protocol):
    """One transaction."""

    @property
    def unmet(self) -> Unmets: ...


class DemandService:
    """Notes what was not there, and tells it per finished quarter: fixed windows cannot be compared to find one person."""

    def __init__(self, open_work: Callable[[], AbstractContextManager[DemandWork]], regions: Regions, clock: Clock) -> None:
        self._open_work = open_work
        self._regions = regions
        self._clock = clock

    def note(self, learner_id: str, wanted: Wanted) -> None:
        """Note that nothing fitted ``wanted``: once per person, topic, region and quarter. The words of the wish are not kept."""
        region, now = self._regions.code_of(wanted.place) or "", self._clock()
        quarter = _quarter_of(self._today())
        with self._open_work() as work:
            work.unmet.note(Unmet(learner_id, quarter, topic, region, now) for topic in wanted.interests or ("",))

    def shortages(self) -> tuple[date, list[Shortage]]:
        """Return the first day of the last finished quarter, and what may be told of it, most people first."""
        quarter = _before(_quarter_of(self._today()))
        with self._open_work() as work:
            return quarter, shortages_in(work.unmet.of(quarter))

    def name_of(self, region: str) -> str:
        """Return the name of a region for people."""
        return self._regions.name_of(region)

    def _today(self) -> date:
        return local_date(self._clock())


def shortages_in(searches: Collection[Unmet]) -> list[Shortage]:
    """Count people per topic and region, without what is about fewer than ``FEWEST`` people or about all but so few."""
    everybody = {each.learner_id for each in searches}
    people: dict[tuple[str, str], set[str]] = {}
    for each in searches:
        people.setdefault((each.topic, each.region), set()).add(each.learner_id)
    shown = [
        Shortage(topic, region, rounded_down(len(those)))
        for (topic, region), those in people.items()
        if len(those) >= FEWEST and len(everybody - those) >= FEWEST
    ]
    return sorted(shown, key=lambda each: (-each.people, each.topic, each.region))


def _quarter_of(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def _before(quarter: date) -> date:
    return date(quarter.year - 1, 10, 1) if quarter.month == 1 else date(quarter.year, quarter.month - 3, 1)
