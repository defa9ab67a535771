"""How much there is in the catalogue, in numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.catalogue.models import Item
from bot.catalogue.ports import OpenCatalogueWork
from bot.clock import Clock, local_date, system_clock
from bot.errors import UnknownItem


@dataclass(frozen=True)
class CatalogueCounts:
    """Items per kind, theme and source; the largest first."""

    total: int
    free: int
    available: int
    """Items that somebody may begin today."""
    doubles: int
    """Items that are hidden behind the same one of another source."""
    kinds: Mapping[str, int]
    themes: Mapping[str, int]
    sources: Mapping[str, int]


class CatalogueOverview:
    """Counts items."""

    def __init__(self, open_work: OpenCatalogueWork, clock: Clock = system_clock) -> None:
        self._open_work = open_work
        self._clock = clock

    def counts(self) -> CatalogueCounts:
        """Count what is stored now."""
        with self._open_work() as work:
            items = work.items.all()
        today = local_date(self._clock())
        return CatalogueCounts(
            total=len(items),
            free=sum(item.is_free for item in items),
            available=sum(item.is_available(today) for item in items),
            doubles=sum(len(item.also_at) for item in items),
            kinds=_largest_first(item.kind.value for item in items),
            themes=_largest_first(item.theme for item in items),
            sources=_largest_first(item.source for item in items),
        )

    def item(self, item_id: str) -> Item:
        """Return everything that is known of one item; raises UnknownItem."""
        with self._open_work() as work:
            found = work.items.by_id(item_id)
        if found is None:
            raise UnknownItem(item_id)
        return found


def _largest_first(values: Iterable[str]) -> dict[str, int]:
    return dict(Counter(values).most_common())
