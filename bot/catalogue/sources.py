"""Where a catalogue comes from, and what each import of it did."""

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.catalogue.importers.record import Mark
from bot.catalogue.ports import CatalogueWork


class Format(StrEnum):
    """The shapes of catalogue that can be read."""

    OOAPI5 = "ooapi5"
    OOAPI6 = "ooapi6"
    EDUDEX = "edudex"
    EDUDEX_XML = "edudex-xml"
    SCHEMAORG = "schemaorg"
    CSV = "csv"
    XLSX = "xlsx"
    ICAL = "ical"


@dataclass(frozen=True)
class Source:
    """One provider's catalogue."""

    name: str
    format: Format
    location: str
    """A web address or a file."""
    token: str | None = None
    """Key that its server asks for."""
    tenant: str | None = None
    """Only for this tenant's people; None: for everyone."""
    client: str | None = None
    """EDU-DEX: the tenant's id as a client of suppliers, whose own offers its people may see."""
    licence: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    """Spreadsheets: their column name → ours."""
    whole: bool = False
    """Spreadsheets: the file says all there is, so that what is not in it, is gone. Other feeds say so themselves."""
    every_hours: int | None = None
    """None: only by hand."""
    next_at: datetime | None = None
    failures: int = 0
    """Imports that failed in a row."""
    known_until: datetime | None = None
    """Changes up to this moment are in."""

    @property
    def sees_client(self) -> str | None:
        """The client whose own offers come in: none when everyone would see them."""
        return self.client if self.tenant else None


class ImportState(StrEnum):
    """How an import stands."""

    RUNNING = "running"
    WAITING = "waiting"
    """Much of the source is missing from its feed: a person must confirm before it is removed."""
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class Import:
    """One import of one source, counted in items."""

    id: int
    source: str
    state: ImportState
    whole: bool
    """The feed says all there is: what is not in it, is gone."""
    began_at: datetime
    alive_at: datetime
    ended_at: datetime | None = None
    mark: Mark = field(default_factory=dict)
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    refused: int = 0
    missing: int = 0
    """Items of the source that were not in the feed, or of which it says that they are gone."""
    problem: str | None = None
    """Code of a text in ``bot/language/texts/import.yml``."""
    detail: str = ""

    @property
    def accepted(self) -> int:
        """Records that are in the catalogue now."""
        return self.added + self.changed + self.unchanged


@dataclass(frozen=True)
class Rejected:
    """A record that was not taken in. ``code`` names its text in ``bot/language/texts/import.yml``."""

    line: int
    """Line, or place in the feed."""
    code: str
    detail: str
    record_id: str = field(default="", compare=False)


class Sources(Protocol):
    """Stored sources."""

    def all(self) -> list[Source]:
        """Return every source, by name."""

    def by_name(self, name: str) -> Source | None: ...
    def save(self, source: Source) -> None:
        """Add the source, or replace the one with the same name."""

    def remove(self, name: str) -> None:
        """Forget the source; its items are not touched."""

    def claim_due(self, now: datetime) -> list[Source]:
        """Return the sources whose time has come, the longest waiting first; until this transaction ends nobody else gets them."""


class Imports(Protocol):
    """Stored imports and the records they refused."""

    def begin(self, source: str, whole: bool, at: datetime) -> Import: ...
    def save(self, one: Import) -> None:
        """Replace the import with the same id."""

    def latest(self, source: str) -> Import | None: ...
    def refuse(self, import_id: int, records: Collection[Rejected]) -> None:
        """Put records in quarantine; one that is there already stays as it is."""

    def refused(self, import_id: int, limit: int) -> list[Rejected]:
        """Return the first ``limit`` records in quarantine, in the order of the feed."""

    def has_unnamed(self, import_id: int) -> bool:
        """Whether a record in quarantine does not even tell which item it is."""

    def forget_before(self, source: str, import_id: int) -> None:
        """Delete the imports of ``source`` that are older than this one, with their quarantine."""

    def forget(self, source: str) -> None:
        """Delete all imports of ``source``, with their quarantine."""


class ImportWork(CatalogueWork, Protocol):
    """One transaction."""

    @property
    def sources(self) -> Sources: ...
    @property
    def imports(self) -> Imports: ...


OpenImportWork = Callable[[], AbstractContextManager[ImportWork]]
