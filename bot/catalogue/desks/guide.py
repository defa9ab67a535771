"""Which desk somebody can go to, and which desks have to be looked at again."""

from collections.abc import Iterable

from bot.catalogue.ages import age_on, by_age
from bot.catalogue.desks.models import DeskToday, RegionDesk
from bot.catalogue.regions import Regions
from bot.clock import Clock, local_date


class DeskGuide:
    """Knows the desks, the regions and what day it is."""

    def __init__(self, desks: Iterable[RegionDesk], regions: Regions, clock: Clock) -> None:
        self._desks = {each.region: each for each in desks}
        self._regions = regions
        self._clock = clock

    def near(self, place: str | None) -> DeskToday:
        """Return the desk of the region where ``place`` lies, or else of the nearest place we know; else the national entry."""
        region = self._regions.nearest_region(place)
        return self._today_of(self._desks[region], place if region else None)

    @property
    def national(self) -> DeskToday:
        """The entry for everybody."""
        return self._today_of(self._desks[None])

    def oldest_first(self) -> list[DeskToday]:
        """Return every desk: what was never checked first, then what was checked longest ago."""
        every = [self._today_of(each) for each in self._desks.values()]
        return sorted(every, key=lambda each: by_age(each.age_days))

    def stale(self) -> list[DeskToday]:
        """Return the desks whose source has to be looked at again, the oldest first."""
        return [each for each in self.oldest_first() if each.is_stale]

    def _today_of(self, desk: RegionDesk, place: str | None = None) -> DeskToday:
        age = age_on(local_date(self._clock()), desk.last_verified)
        name = self._regions.name_of(desk.region) if desk.region else None
        return DeskToday(desk, name, age, place is None or self._regions.is_sure(place))
