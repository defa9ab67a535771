"""Hard limits: what someone cannot use is never suggested, unless one limit is openly let go."""

from collections.abc import Iterator
from enum import StrEnum

from bot.catalogue.models import Item, Wanted
from bot.catalogue.regions import Regions
from bot.language.fold import words_of


class Relaxed(StrEnum):
    """The limit that was let go because nothing good fitted within it, mildest first."""

    TIME = "time"
    """The whole takes longer; the first step fits."""
    PLACE = "place"
    """It is elsewhere in the country."""
    KIND = "kind"
    """It is of another kind than was asked for, such as a video instead of a course."""
    PRICE = "price"
    """The price is unknown. What is known to cost too much is never shown."""


class Limits:
    """The limits of one wish."""

    def __init__(self, wanted: Wanted, regions: Regions) -> None:
        self.wanted = wanted
        self.region = regions.code_of(wanted.place)
        self._place = words_of(wanted.place or "")

    def relaxations(self) -> Iterator[Relaxed]:
        """Yield the limits that were given and may be let go, mildest first."""
        wanted = self.wanted
        given = {
            Relaxed.TIME: wanted.max_minutes is not None,
            Relaxed.PLACE: bool(wanted.place),
            Relaxed.KIND: bool(wanted.kinds),
            Relaxed.PRICE: wanted.max_price is not None,
        }
        yield from (limit for limit in Relaxed if given[limit])

    def is_new(self, item: Item) -> bool:
        """Whether ``item`` was not shown before."""
        return item.id not in self.wanted.exclude

    def is_offered(self, item: Item) -> bool:
        """Whether ``item`` is for these people and somebody can still begin: never let go."""
        day = self.wanted.day
        return item.is_for(self.wanted.tenant) and (day is None or item.is_available(day))

    def is_kind(self, item: Item) -> bool:
        """Whether ``item`` is of a kind that was asked for."""
        return not self.wanted.kinds or item.kind in self.wanted.kinds

    def allow(self, item: Item, relaxed: Relaxed | None = None) -> bool:
        """Whether ``item`` fits, with at most one limit let go."""
        return (
            (self.is_kind(item) or relaxed is Relaxed.KIND)
            and self._affordable(item, relaxed)
            and self._short_enough(item, relaxed)
            and self._reachable(item, relaxed)
        )

    def is_near(self, item: Item) -> bool:
        """Whether ``item`` takes place where the person is: the same place or the same region."""
        if not (item.place and self.wanted.place):
            return False
        return words_of(item.place) == self._place or (self.region is not None and item.region == self.region)

    def _affordable(self, item: Item, relaxed: Relaxed | None) -> bool:
        if self.wanted.max_price is None:
            return True
        return relaxed is Relaxed.PRICE if item.price is None else item.price <= self.wanted.max_price

    def _short_enough(self, item: Item, relaxed: Relaxed | None) -> bool:
        if self.wanted.max_minutes is None or (item.minutes is not None and item.minutes <= self.wanted.max_minutes):
            return True
        return relaxed is Relaxed.TIME and item.smallest_step.minutes <= self.wanted.max_minutes

    def _reachable(self, item: Item, relaxed: Relaxed | None) -> bool:
        return not (item.place and self.wanted.place) or self.is_near(item) or relaxed is Relaxed.PLACE
