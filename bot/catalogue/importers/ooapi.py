"""Reads a catalogue of the Open Education API, from its server page by page or from a file."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from bot.catalogue.importers.fetch import Fetcher
from bot.catalogue.importers.fields import Raw
from bot.catalogue.importers.json_files import items_of
from bot.catalogue.importers.ooapi_common import Entity
from bot.catalogue.importers.record import Mark, Named, Record, guarded, numbered
from bot.catalogue.importers.words import id_of
from bot.errors import BadRecord, FeedRefused

PAGE_SIZE = 100
"""One of 10, 20, 50, 100 and 250: the standard allows no other."""
MOST_PAGES = 100_000
_MOST_REFERENCES = 1_000
_LOOK_BACK = timedelta(days=365)
"""Offerings of a year ago may still be open for entry. Without a date a server leaves out everything before today."""


class Version(Protocol):
    """What differs between versions: the modules ``ooapi5`` and ``ooapi6``."""

    @property
    def PATHS(self) -> Mapping[str, str]:  # noqa: N802  # a constant of the module
        """Path of a collection → path of the offerings under one of it."""

    @property
    def REFERENCES(self) -> Mapping[str, tuple[str, str]]:  # noqa: N802  # a constant of the module
        """Field that may hold an id alone → path where the server tells more, and the field that this belongs in."""

    @property
    def MEDIA_TYPE(self) -> str:  # noqa: N802  # a constant of the module
        """Which version to ask for."""

    def id_of(self, entity: Entity, path: str) -> str: ...
    def path_of(self, entity: Entity) -> str: ...
    def offerings_in(self, entity: Entity) -> list[Entity]: ...
    def record_of(self, given: Entity, offerings: Sequence[Entity], today: date) -> Raw: ...


class OoapiFile:
    """A page object or list in a file, or a folder of such files; offerings stand inside their course."""

    whole = True
    known_until: datetime | None = None

    def __init__(self, version: Version, path: Path, today: date) -> None:
        self._version = version
        self._path = path
        self._today = today

    def ids(self) -> Iterator[str]:
        """Return the id of every course or program."""
        return (_known_id(self._version, entity) for entity in self._entities())

    def records(self, mark: Mark) -> Iterator[Record]:
        """Yield a record per course or program."""
        return numbered(self._values(), mark)

    def _values(self) -> Iterator[Named]:
        return (read(self._version, entity, self._version.offerings_in, self._today) for entity in self._entities())

    def _entities(self) -> Iterator[Any]:
        for file in sorted(self._path.glob("*.json")) if self._path.is_dir() else [self._path]:
            yield from items_of(file)


class OoapiServer:
    """A server: every course and program, each with its offerings."""

    whole = True
    known_until: datetime | None = None

    def __init__(self, version: Version, base: str, fetcher: Fetcher, today: date, token: str | None = None) -> None:
        self._version = version
        self._base = base.rstrip("/")
        self._fetcher = fetcher
        self._today = today
        self._headers = {"accept": version.MEDIA_TYPE} | ({"authorization": f"Bearer {token}"} if token else {})
        self._told = lru_cache(_MOST_REFERENCES)(self._ask)

    def ids(self) -> Iterator[str]:
        """Return the id of every course or program, without asking for their offerings."""
        return (_known_id(self._version, each) for path in self._version.PATHS for _, page in self._pages(path, {}, 1) for each in page)

    def records(self, mark: Mark) -> Iterator[Record]:
        """Yield a record per course or program; a mark names the path, the page and how many of its items were read."""
        number = int(mark.get("number", 0))
        paths = list(self._version.PATHS)
        at, page, done = str(mark.get("path", paths[0])), int(mark.get("page", 1)), int(mark.get("done", 0))
        for path in paths[paths.index(at) if at in paths else 0 :]:
            for page_number, items in self._pages(path, {}, page):
                for place, entity in enumerate(items[done:], start=done + 1):
                    number += 1
                    named = read(self._version, self._with_references(entity), partial(self._offerings, path), self._today)
                    mark = {"path": path, "page": page_number, "done": place, "number": number}
                    yield Record(number, named.source_id, named.value, mark)
                done = 0
            page = 1

    def _with_references(self, entity: object) -> object:
        """The standard lets a list of courses name an organisation and the like by id only."""
        if not isinstance(entity, dict):
            return entity
        named = {into: (path, entity[name]) for name, (path, into) in self._version.REFERENCES.items() if _is_id(entity.get(name))}
        return entity | {into: self._told(*where) for into, where in named.items() if not isinstance(entity.get(into), dict)}

    def _ask(self, path: str, reference: str) -> object:
        try:
            return self._fetcher.json(f"{self._base}/{path}/{quote(reference, safe='')}", headers=self._headers, params={})
        except FeedRefused:
            return None  # a server need not tell more

    def _offerings(self, path: str, entity: Entity) -> list[Entity]:
        inside = self._version.offerings_in(entity)
        entity_id = self._version.id_of(entity, path)
        if inside or not entity_id:
            return inside
        since = {"since": (self._today - _LOOK_BACK).isoformat()}
        under = f"{path}/{entity_id}/{self._version.PATHS[path]}"
        return [each for _, items in self._pages(under, since, 1) for each in items if isinstance(each, dict)]

    def _pages(self, path: str, params: Mapping[str, str], first: int) -> Iterator[tuple[int, list[Any]]]:
        for number in range(first, MOST_PAGES):
            asked = {"pageSize": str(PAGE_SIZE), "pageNumber": str(number), **params}
            page = self._fetcher.json(f"{self._base}/{path}", headers=self._headers, params=asked)
            items = page.get("items") if isinstance(page, dict) else None
            if not isinstance(items, list):
                raise FeedRefused("import_no_page", path[:80])
            yield number, items
            # An empty page that promises more would go on for ever.
            if not page.get("hasNextPage") or not items:
                return


def _is_id(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def read(version: Version, given: object, offerings: Callable[[Entity], Sequence[Entity]], today: date) -> Named:
    """Return the record of one course or program with its id, or why there is none."""

    def make(given: object) -> Raw:
        entity = _object(given)
        return version.record_of(entity, offerings(entity), today)

    return guarded(given, partial(_id_in, version), make)


def _id_in(version: Version, given: object) -> str:
    entity = _object(given)
    return id_of(version.id_of(entity, version.path_of(entity)))


def _known_id(version: Version, given: object) -> str:
    return _id_in(version, given) if isinstance(given, dict) else ""


def _object(given: object) -> Entity:
    if not isinstance(given, dict):
        raise BadRecord("import_no_object", str(given)[:60])
    return given
