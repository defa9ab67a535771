"""The pearls there are: those that are shipped, and those that an operator brought in."""

from collections.abc import Collection, Sequence
from pathlib import Path

from bot.catalogue.pearls.files import SHIPPED, read_pearls, write_pearls
from bot.catalogue.pearls.models import Pearl
from bot.catalogue.regions import Regions


class PearlLibrary:
    """Keeps what was brought in as one file in the home of the product."""

    def __init__(self, home: Path, regions: Regions, shipped: Path = SHIPPED) -> None:
        self._kept = home / "pearls.yml"
        self._regions = regions
        self._shipped = shipped

    def all(self) -> list[Pearl]:
        """Return every pearl; one that was brought in takes the place of the shipped one of the same id."""
        return list({each.id: each for each in (*read_pearls(self._shipped, self._regions.codes), *self._own())}.values())

    def choose(self, interests: Collection[str], place: str | None, seen: int = 0) -> Pearl | None:
        """Return what suits best: about the same subject, from the same region, real before an example. ``seen`` have been told already."""
        region = self._regions.nearest_region(place)

        def fit(pearl: Pearl) -> tuple[int, bool, bool, str]:
            shared = len(set(pearl.interests) & set(interests))
            return -shared, region is None or pearl.region != region, pearl.example, pearl.id

        ranked = sorted(self.all(), key=fit)
        return ranked[seen % len(ranked)] if ranked else None

    def bring_in(self, path: Path) -> int:
        """Keep the pearls of ``path`` beside those that were brought in before; returns how many. Raises BadPearls and keeps nothing."""
        new = read_pearls(path, self._regions.codes)
        self._kept.parent.mkdir(parents=True, exist_ok=True)
        write_pearls(self._kept, {each.id: each for each in (*self._own(), *new)}.values())
        return len(new)

    def hand_out(self, path: Path) -> int:
        """Write every pearl to ``path``; returns how many."""
        every = self.all()
        write_pearls(path, every)
        return len(every)

    def _own(self) -> Sequence[Pearl]:
        return read_pearls(self._kept, self._regions.codes) if self._kept.exists() else ()
