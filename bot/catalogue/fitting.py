"""Hard limits: what someone cannot use is never suggested, unless a limit is openly let go."""

import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.catalogue.daring import daring_of
from bot.catalogue.distances import TRAVEL, kilometres
from bot.catalogue.models import Item, Spot
from bot.catalogue.regions import Regions
from bot.catalogue.vocabulary import NT2
from bot.catalogue.wanted import Wanted
from bot.language.words.fold import words_of


class Relaxed(StrEnum):
    """A limit that was let go because nothing good fitted within it. This is the order in which they are tried, mildest first."""

    TIME = "time"
    """The whole takes longer; the first step fits."""
    PART = "part"
    """It is given at another part of the day."""
    DARING = "daring"
    """It is more or less daring than was asked for."""
    PLACE = "place"
    """It is further away than people travel."""
    WAY = "way"
    """It happens somewhere else than was asked for, such as not at home."""
    KIND = "kind"
    """It is of another kind than was asked for, such as a video instead of a course."""
    PRICE = "price"
    """The price is unknown or not complete. What is known to cost too much is never shown."""


@dataclass(frozen=True)
class Nearest:
    """The spot of an item that is best to reach; None when it is nowhere in particular."""

    spot: Spot | None
    kilometres: float = math.inf
    """In a straight line; infinite when that is not known."""
    is_near: bool = False


class Limits:
    """The limits of one wish."""

    def __init__(self, wanted: Wanted, regions: Regions) -> None:
        self.wanted = wanted
        self.region = regions.code_of(wanted.place)
        self.position = regions.position_of(wanted.place)
        self._regions = regions
        self._place = words_of(wanted.place or "")
        self._refused = words_of(wanted.place_refused or "")
        # Each limit that is let go looks at every item again.
        self._nearest: dict[str, Nearest] = {}

    def given(self) -> list[Relaxed]:
        """Return the limits that were given and may be let go, mildest first."""
        wanted = self.wanted
        given = {
            Relaxed.TIME: wanted.max_minutes is not None,
            Relaxed.PART: bool(wanted.parts_of_day),
            Relaxed.DARING: wanted.daring is not None,
            Relaxed.PLACE: bool(wanted.place),
            Relaxed.WAY: bool(wanted.deliveries) and not wanted.stays_near,
            Relaxed.KIND: bool(wanted.kinds),
            Relaxed.PRICE: wanted.max_price is not None,
        }
        return [limit for limit in Relaxed if given[limit]]

    def relaxations(self) -> Iterator[tuple[Relaxed, ...]]:
        """Yield what may be let go in the order in which it is tried: each limit alone, and then one more at a time."""
        given = self.given()
        yield from ((limit,) for limit in given)
        yield from (tuple(given[:many]) for many in range(2, len(given) + 1))

    def is_new(self, item: Item) -> bool:
        """Whether ``item`` was not shown before."""
        return item.id not in self.wanted.exclude

    def is_offered(self, item: Item) -> bool:
        """Whether ``item`` is for these people, somebody can still begin, and not only in a place that was refused: never let go."""
        day = self.wanted.day
        return item.is_for(self.wanted.tenant) and (day is None or item.is_available(day)) and not self._is_refused(item)

    def _is_refused(self, item: Item) -> bool:
        spots = item.spots(self.wanted.day) if self._refused else ()
        return bool(spots) and all(words_of(spot.place) == self._refused for spot in spots)

    def is_kind(self, item: Item) -> bool:
        """Whether ``item`` is of a kind that was asked for."""
        teaches_dutch = self.wanted.easy_dutch and item.level == NT2
        return not self.wanted.kinds or item.kind in self.wanted.kinds or teaches_dutch

    def allow(self, item: Item, relaxed: Collection[Relaxed] = ()) -> bool:
        """Whether ``item`` fits, with the limits ``relaxed`` let go."""
        return (
            (self.is_kind(item) or Relaxed.KIND in relaxed)
            and self._affordable(item, relaxed)
            and self._short_enough(item, relaxed)
            and (self._is_at_the_right_time(item) or Relaxed.PART in relaxed)
            and (self._is_the_right_way(item) or Relaxed.WAY in relaxed)
            and (self.wanted.daring in (None, daring_of(item)) or Relaxed.DARING in relaxed)
            and (self.is_reachable(item) or Relaxed.PLACE in relaxed)
        )

    def distance(self, item: Item) -> float | None:
        """Return how many kilometres ``item`` is from where the person is, in a straight line; None when that is not known."""
        distance = self.nearest(item).kilometres
        return None if math.isinf(distance) else distance

    def nearest(self, item: Item) -> Nearest:
        """Return the spot of ``item`` that is best to reach, of those where somebody may begin; without a place to go from, the first."""
        if item.id not in self._nearest:
            spots = map(self._from_here, item.spots(self.wanted.day))
            self._nearest[item.id] = min(spots, key=lambda each: (not each.is_near, each.kilometres), default=Nearest(None))
        return self._nearest[item.id]

    def is_near(self, item: Item) -> bool:
        """Whether ``item`` takes place where the person can go: within ``TRAVEL``, or in the same region when the distance is unknown."""
        return self.nearest(item).is_near

    def is_reachable(self, item: Item) -> bool:
        """Whether ``item`` is near, or can be done anywhere."""
        return not self.wanted.place or self.nearest(item).spot is None or self.is_near(item)

    def _from_here(self, spot: Spot) -> Nearest:
        there = self._regions.locate(spot) if self.position else None
        if self.position and there:
            distance = kilometres(self.position, there)
            return Nearest(spot, distance, distance <= TRAVEL)
        same_region = self.region is not None and self._regions.region_of(spot) == self.region
        return Nearest(spot, is_near=bool(self._place) and (words_of(spot.place) == self._place or same_region))

    def _is_the_right_way(self, item: Item) -> bool:
        wanted = self.wanted
        return not wanted.deliveries or item.delivery in wanted.deliveries or (wanted.stays_near and self.is_near(item))

    def _is_at_the_right_time(self, item: Item) -> bool:
        wanted = self.wanted.parts_of_day
        return not wanted or not item.parts_of_day or not wanted.isdisjoint(item.parts_of_day)

    def _affordable(self, item: Item, relaxed: Collection[Relaxed]) -> bool:
        if self.wanted.max_price is None:
            return True
        if item.price is not None and item.price > self.wanted.max_price:
            return False
        return (item.price is not None and item.price_complete) or Relaxed.PRICE in relaxed

    def _short_enough(self, item: Item, relaxed: Collection[Relaxed]) -> bool:
        if self.wanted.max_minutes is None or (item.minutes is not None and item.minutes <= self.wanted.max_minutes):
            return True
        return Relaxed.TIME in relaxed and item.smallest_step.minutes <= self.wanted.max_minutes
