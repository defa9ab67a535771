"""Bringing a catalogue in: good records are stored, each bad one is named with its reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import batched
from pathlib import Path

from bot.catalogue.importers.csv import read_csv
from bot.catalogue.importers.demo import read_demo
from bot.catalogue.importers.fields import Raw
from bot.catalogue.importers.raw import RawReader
from bot.catalogue.interests import InterestVocabulary
from bot.catalogue.models import Item
from bot.catalogue.ports import OpenCatalogueWork
from bot.catalogue.regions import Regions
from bot.catalogue.sources import Rejected
from bot.clock import Clock
from bot.errors import BadRecord

DEMO, CSV = "demo", "csv"
BATCH = 200
"""Items stored in one transaction, so that a long import keeps nobody waiting."""


@dataclass
class ImportReport:
    """What an import did, counted in items."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    rejected: list[Rejected] = field(default_factory=list)

    @property
    def accepted(self) -> int:
        """Records that are in the catalogue now."""
        return self.added + self.changed + self.unchanged


class ImportService:
    """Brings catalogues in. The same import twice changes nothing the second time."""

    def __init__(self, open_work: OpenCatalogueWork, interests: InterestVocabulary, regions: Regions, clock: Clock) -> None:
        self._open_work = open_work
        self._clock = clock
        self._interests = interests
        self._regions = regions

    def csv(self, path: Path, source: str = CSV) -> ImportReport:
        """Add or change the items of a CSV file; items that are not in the file stay. Raises BadRecord when it is no catalogue."""
        return self._import(source, read_csv(path))

    def demo(self) -> ImportReport:
        """Make the demo catalogue exactly what is shipped; an empty one removes nothing."""
        report = self._import(DEMO, records := list(read_demo()))
        if report.accepted:
            with self._open_work() as work:
                report.removed = work.items.remove_missing(DEMO, {str(record["id"]) for _, record in records})
        return report

    def _import(self, source: str, records: Iterable[tuple[int, Raw | BadRecord]]) -> ImportReport:
        report = ImportReport()
        for batch in batched(self._items(source, records, report), BATCH):
            with self._open_work() as work:
                stored = work.items.upsert(batch, seen_on=self._clock())
            report.added += stored.added
            report.changed += stored.changed
            report.unchanged += len(batch) - stored.added - stored.changed
        with self._open_work() as work:
            work.items.match()
        return report

    def _items(self, source: str, records: Iterable[tuple[int, Raw | BadRecord]], report: ImportReport) -> Iterator[Item]:
        reader = RawReader(source, self._interests.tags, self._regions)
        seen: set[str] = set()
        for line, record in records:
            try:
                item = _new_item(reader, record, seen)
            except BadRecord as error:
                report.rejected.append(Rejected(line, error.code, error.detail))
            else:
                yield item


def _new_item(reader: RawReader, record: Raw | BadRecord, seen: set[str]) -> Item:
    if isinstance(record, BadRecord):
        raise record
    item = reader.item(record)
    if item.source_id in seen:
        raise BadRecord("import_twice", item.source_id)
    seen.add(item.source_id)
    return item
