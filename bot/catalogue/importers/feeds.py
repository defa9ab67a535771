"""Opens the feed of a source: finds the right importer, and brings files from elsewhere here first."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bot.catalogue.importers import ooapi, ooapi5, ooapi6
from bot.catalogue.importers.columns import Columns
from bot.catalogue.importers.csv import read_csv
from bot.catalogue.importers.edudex_api import EdudexApi
from bot.catalogue.importers.edudex_xml import EdudexXml
from bot.catalogue.importers.fetch import Fetcher
from bot.catalogue.importers.fields import Raw
from bot.catalogue.importers.ical import Calendar
from bot.catalogue.importers.ooapi import OoapiFile, OoapiServer
from bot.catalogue.importers.record import Feed, Mark, ReadThrough, Record
from bot.catalogue.importers.schemaorg import SchemaOrg
from bot.catalogue.importers.words import id_of
from bot.catalogue.importers.xlsx import read_xlsx
from bot.catalogue.sources import Format, Source
from bot.clock import Clock, local_date
from bot.errors import BadRecord, FeedRefused

_LARGEST_PAGE = 20 * 1024 * 1024
_SPREADSHEETS = {Format.CSV: read_csv, Format.XLSX: read_xlsx}
_VERSIONS: dict[Format, ooapi.Version] = {Format.OOAPI5: ooapi5, Format.OOAPI6: ooapi6}


@dataclass(frozen=True)
class Opened:
    """A feed, and a stamp that says whether it is still the same feed: a mark only counts within one stamp."""

    feed: Feed
    stamp: str


class Spreadsheet(ReadThrough):
    """The rows of a file: they are added and changed, and what is not in it stays, unless the file is ``whole``."""

    known_until: datetime | None = None

    def __init__(self, rows: Callable[[], Iterator[tuple[int, Raw | BadRecord]]], *, whole: bool) -> None:
        self._rows = rows
        self.whole = whole

    def records(self, mark: Mark) -> Iterator[Record]:
        """Yield a record per row that is not empty."""
        done = int(mark.get("number", 0))
        return (Record(number, _id_in(value), value, {"number": number}) for number, value in self._rows() if number > done)


class Feeds:
    """Opens feeds. ``folder`` keeps what was downloaded until its import ended."""

    def __init__(self, fetcher: Fetcher, folder: Path, clock: Clock) -> None:
        self._fetcher = fetcher
        self._folder = folder
        self._clock = clock

    def open(self, source: Source, stamp: str | None = None) -> Opened:
        """Open the feed; with the ``stamp`` of an import that was cut off, the file that it downloaded is used again.

        Raises FeedError when there is no such feed.
        """
        today = local_date(self._clock())
        if not is_address(source.location):
            file = Path(source.location)
            if not file.exists():
                raise FeedRefused("import_no_file", source.location[:200])
            return Opened(self._of_file(source, file, today), _stamp(file))
        if source.format in _VERSIONS:
            return Opened(OoapiServer(_VERSIONS[source.format], source.location, self._fetcher, today, source.token), "")
        if source.format is Format.EDUDEX:
            arguments = (self._clock(), today, source.token, source.sees_client, source.known_until)
            feed = EdudexApi(source.location, self._fetcher, *arguments)
            return Opened(feed, "whole" if feed.whole else "changes")
        file = self._kept(source)
        if not file.exists() or stamp != _stamp(file):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._fetcher.download(source.location, file, {"authorization": f"Bearer {source.token}"} if source.token else {})
        return Opened(self._of_file(source, file, today), _stamp(file))

    def forget(self, source: Source) -> None:
        """Throw away what was downloaded."""
        self._kept(source).unlink(missing_ok=True)

    def _of_file(self, source: Source, file: Path, today: date) -> Feed:
        if source.format in _SPREADSHEETS:
            read, columns = _SPREADSHEETS[source.format], Columns(source.columns)
            return Spreadsheet(lambda: read(file, columns), whole=source.whole)
        if source.format in _VERSIONS:
            return OoapiFile(_VERSIONS[source.format], file, today)
        if source.format is Format.SCHEMAORG:
            return SchemaOrg(_page(file), source.location if is_address(source.location) else None, today)
        if source.format is Format.ICAL:
            return Calendar(_page(file), today)
        if source.format is Format.EDUDEX_XML:
            return EdudexXml(file, source.location, self._fetcher.download, source.sees_client, today)
        raise FeedRefused("import_no_catalog_address", source.location[:80])

    def _kept(self, source: Source) -> Path:
        return self._folder / f"{re.sub(r'[^A-Za-z0-9._-]', '_', source.name)}.feed"


def _id_in(value: Raw | BadRecord) -> str:
    return "" if isinstance(value, BadRecord) else id_of(value.get("id"))


def is_address(location: str) -> bool:
    """Whether ``location`` is a web address and not a file."""
    return re.match(r"[a-z][a-z0-9+.-]*://", location, re.IGNORECASE) is not None


def _page(file: Path) -> str:
    if file.stat().st_size > _LARGEST_PAGE:
        raise FeedRefused("import_too_big", str(_LARGEST_PAGE // 1024 // 1024))
    content = file.read_bytes()
    declared = re.search(rb"charset=[\"']?([\w-]+)", content[:2048])
    # What reads as UTF-8 is UTF-8, whatever the page says of itself.
    for encoding in ("utf-8", declared[1].decode() if declared else "utf-8"):
        try:
            return content.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("cp1252", errors="replace")


def _stamp(file: Path) -> str:
    about = file.stat()
    return f"{about.st_size}-{about.st_mtime_ns}"
