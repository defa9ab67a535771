"""Sorts a batch of records: what can be stored, what is refused and why, and what is gone."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.catalogue.importers.fields import Raw
from bot.catalogue.importers.filling import filled, without_past_runs
from bot.catalogue.importers.plain import plain
from bot.catalogue.importers.raw import RawReader
from bot.catalogue.importers.record import Gone, Record
from bot.catalogue.interests import InterestVocabulary
from bot.catalogue.models import Item
from bot.catalogue.regions import Regions
from bot.catalogue.sources import Format, Rejected, Source
from bot.errors import BadRecord

NOT_FOR_US = frozenset({"import_client_only", "import_no_longer", "import_not_yet", "import_no_open_day"})
"""Reasons that say that an item is not (or no longer) offered to our people: what was stored of it is gone as well."""


@dataclass
class Taken:
    """One batch."""

    items: dict[int, Item] = field(default_factory=dict)
    """By their number in the feed."""
    refused: list[Rejected] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    """Ids of what is no longer offered."""

    @property
    def kept(self) -> set[str]:
        """Ids of refused records of which the stored version stays."""
        return {each.record_id for each in self.refused if each.code not in NOT_FOR_US} - {""}

    def refuse_twice(self, known: Collection[str]) -> None:
        """Refuse the items that this import stored already."""
        for number, item in list(self.items.items()):
            if item.source_id in known:
                del self.items[number]
                self.refused.append(_twice(number, item))


class Taker:
    """Takes in the records of one source."""

    def __init__(self, source: Source, interests: InterestVocabulary, regions: Regions, today: date) -> None:
        self._source = source
        self._interests = interests
        self._today = today
        # A file in our own columns says everything itself; what is missing there is a mistake to name.
        self._is_foreign = bool(source.columns) or source.format not in (Format.CSV, Format.XLSX)
        self._reader = RawReader(source.name, interests.tags, regions, source.tenant)

    def take(self, records: Sequence[Record]) -> Taken:
        """Sort ``records``; of two with one id the first counts."""
        taken = Taken()
        seen: set[str] = set()
        for record in records:
            if isinstance(record.value, Gone):
                taken.gone.add(record.source_id)
                continue
            try:
                item = self._item(record.value)
            except BadRecord as error:
                taken.refused.append(Rejected(record.number, error.code, plain(error.detail, 200), record.source_id))
                taken.gone |= {record.source_id} if error.code in NOT_FOR_US else set()
                continue
            if item.source_id in seen:
                taken.refused.append(_twice(record.number, item))
                continue
            seen.add(item.source_id)
            taken.items[record.number] = item
        return taken

    def _item(self, value: Raw | BadRecord) -> Item:
        if isinstance(value, BadRecord):
            raise value
        record = {**value, "licence": value.get("licence") or self._source.licence}
        if self._is_foreign:
            record = dict(filled(record, self._interests))
        return without_past_runs(self._reader.item(record), self._today)


def _twice(number: int, item: Item) -> Rejected:
    return Rejected(number, "import_twice", item.source_id, item.source_id)
