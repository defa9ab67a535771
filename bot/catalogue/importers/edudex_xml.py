"""Reads EDU-DEX feeds in XML: a directory that names program files, a program file, or many programs in one file."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from bot.catalogue.importers.edudex_elements import as_json, elements, first, name_of
from bot.catalogue.importers.edudex_program import id_in, record_of
from bot.catalogue.importers.fields import Raw
from bot.catalogue.importers.record import Mark, Named, Record, guarded
from bot.catalogue.importers.words import as_mapping, id_of, said
from bot.errors import BadRecord, FeedRefused

Download = Callable[[str, Path], None]
_RECORDS = ("program", "programResource", "subDirectory")
_SUPPLIER, _INSTITUTE = "orgUnitId", "instituteDataResource"


@dataclass(frozen=True)
class _Directory:
    """What a directory says before its first program; a file with programs themselves says nothing."""

    supplier: str = ""
    institute: str = ""
    """Where the file with its name is."""

    def id_of(self, resource: Raw) -> str:
        own = resource.get("programId") or resource.get("directoryUrl")
        return id_of(f"{self.supplier}:{own}") if self.supplier and own else ""


class EdudexXml:
    """Every program that ``file`` holds or names. ``address`` is where it came from, for relative links.

    ``client`` is whose own offers come in besides those for everyone.
    """

    whole = True
    known_until: datetime | None = None

    def __init__(self, file: Path, address: str, download: Download, client: str | None, today: date) -> None:
        self._file = file
        self._address = address
        self._download = download
        self._client = client
        self._today = today

    def records(self, mark: Mark) -> Iterator[Record]:
        """Yield a record per program; what was read before ``mark`` is not fetched again."""
        done, provider = int(mark.get("number", 0)), None
        for number, (element, directory) in enumerate(self._elements(), start=1):
            if directory.institute and number == 1:
                provider = self._provider(directory.institute)
            if number > done:
                named = self._named(element, directory, provider)
                yield Record(number, named.source_id, named.value, {"number": number})

    def ids(self) -> Iterator[str]:
        """Return the id of every program, without fetching those that a directory names."""
        for element, directory in self._elements():
            if isinstance(told := _told(element).value, Mapping):
                yield id_in(told) if name_of(element) == "program" else directory.id_of(told)

    def _elements(self) -> Iterator[tuple[Element, _Directory]]:
        directory = _Directory()
        for element in elements(self._file, _RECORDS, on_top=(_SUPPLIER, _INSTITUTE)):
            if name_of(element) == _SUPPLIER:
                directory = replace(directory, supplier=(element.text or "").strip())
            elif name_of(element) == _INSTITUTE:
                directory = replace(directory, institute=(element.text or "").strip())
            else:
                yield element, directory

    def _named(self, element: Element, directory: _Directory, provider: str | None) -> Named:
        read = _told(element)
        if isinstance(read.value, Mapping) and name_of(element) != "program":
            read = guarded(read.value, directory.id_of, self._fetched)
        if not isinstance(read.value, Mapping):
            return read
        make = partial(record_of, provider=provider, client=self._client, today=self._today)
        return guarded(read.value, id_in, make)

    def _fetched(self, resource: Raw) -> Raw:
        """Return the program that a directory names."""
        if "directoryUrl" in resource:
            raise BadRecord("import_sub_directory", str(resource["directoryUrl"]))
        if resource.get("clientId") not in (None, "", self._client):
            raise BadRecord("import_client_only", str(resource.get("programId")))
        try:
            with self._opened(str(resource.get("resourceUrl") or "")) as file:
                program = first(file, "program")
        except FeedRefused as error:  # of this one file; a server that fails ends the reading instead
            raise BadRecord(error.code, error.detail) from error
        if not id_in(as_mapping(program)):
            raise BadRecord("import_no_program", str(resource.get("resourceUrl"))[:80])
        return as_mapping(program)

    def _provider(self, link: str) -> str | None:
        try:
            with self._opened(link) as file:
                institute = as_mapping(first(file, "instituteData"))
        except (FeedRefused, BadRecord):
            return None  # then the id of the supplier has to do
        return said(institute.get("instituteName")) or None

    @contextmanager
    def _opened(self, link: str) -> Iterator[Path]:
        """Give the file that ``link`` leads to; one that was fetched is thrown away afterwards."""
        address = urljoin(self._address, link)
        if not link or not address.startswith(("http://", "https://")):
            yield _beside(self._file, link)
            return
        kept = self._file.with_name(f"{self._file.name}.program")
        try:
            self._download(address, kept)
            yield kept
        finally:
            kept.unlink(missing_ok=True)


def _told(element: Element) -> Named:
    return guarded(element, lambda _: "", lambda each: as_mapping(as_json(each)))


def _beside(directory: Path, link: str) -> Path:
    file = (directory.parent / link).resolve()
    if not link or not file.is_relative_to(directory.parent.resolve()) or not file.is_file():
        raise BadRecord("import_no_program", link[:80])
    return file
