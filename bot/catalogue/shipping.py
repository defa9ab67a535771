"""Puts the demo catalogue into the store. It is ours and read whole, so that nothing of an import is needed: no source, no quarantine."""

from bot.catalogue.importers.demo import read_demo
from bot.catalogue.importers.raw import RawReader
from bot.catalogue.interests import InterestVocabulary
from bot.catalogue.ports import OpenCatalogueWork
from bot.catalogue.regions import Regions
from bot.clock import Clock

DEMO = "demo"


class DemoCatalogue:
    """The items that are shipped."""

    def __init__(self, open_work: OpenCatalogueWork, interests: InterestVocabulary, regions: Regions, clock: Clock) -> None:
        self._open_work = open_work
        self._clock = clock
        self._reader = RawReader(DEMO, interests.tags, regions)

    def load(self) -> None:
        """Make the stored demo items exactly what is shipped; without any, what is stored stays. Raises BadRecord for a wrong one."""
        items = [self._reader.item(record) for _, record in read_demo()]
        if not items:
            return
        with self._open_work() as work:
            work.items.upsert(items, seen_on=self._clock())
            work.items.remove_missing(DEMO, {item.source_id for item in items})
            work.items.match()
