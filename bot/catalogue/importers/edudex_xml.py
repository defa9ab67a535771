"""Reads EDU-DEX feeds in XML: a directory that names program files, a program file, or many programs in one file."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from bot.catalogue.importers.edudex_program import id_in, record_of
from bot.catalogue.importers.fields import Raw
from bot.catalogue.importers.metered import Metered
from bot.catalogue.importers.record import Gone, Mark, Record
from bot.errors import BadRecord, FeedRefused

Download = Callable[[str, Path], None]
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LISTS = frozenset(
    {"programRun", "cost", "programForm", "theme", "contactHoursPartOfDay", "instructionLanguage", "module", "genericModule"}
)
_UNITS = {"day": "days", "week": "weeks", "month": "months", "year": "years", "hour": "hours"}


class EdudexXml:
    """Every program that ``file`` holds or names. ``address`` is where it came from, for relative links."""

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
        done = int(mark.get("number", 0))
        for number, element in enumerate(_elements(self._file), start=1):
            if number > done:
                yield Record(number, self._value(element), {"number": number})

    def _value(self, element: Element) -> Raw | BadRecord | Gone:
        try:
            program = element if _name(element) == "program" else self._fetched(element)
            return record_of(as_json(program), None, self._client, self._today)
        except BadRecord as error:
            return error
        except (TypeError, ValueError, AttributeError) as error:
            return BadRecord("import_bad_shape", str(error)[:60])

    def _fetched(self, resource: Element) -> Element:
        link = next((child.text or "" for child in resource if _name(child) == "resourceUrl"), "").strip()
        address = urljoin(self._address, link)
        if not link or not address.startswith(("http://", "https://")):
            return _first_program(_beside(self._file, link))
        kept = self._file.with_name(f"{self._file.name}.program")
        try:
            self._download(address, kept)
            return _first_program(kept)
        finally:
            kept.unlink(missing_ok=True)


def as_json(element: Element) -> Any:  # noqa: ANN401
    """Return what the JSON API would say: texts per language, lists, dates and durations in its shape."""
    if not len(element):
        return _leaf(element)
    found: dict[str, Any] = {}
    for child in element:
        name, value = _name(child), as_json(child)
        if _LANGUAGE in child.attrib:
            _add_text(found.setdefault(name, {}), child.attrib[_LANGUAGE][:2].lower(), value)
        elif name in _LISTS:
            found.setdefault(name, []).append(value)
        else:
            found.setdefault(name, value)
    return found


def _leaf(element: Element) -> Any:  # noqa: ANN401
    text = (element.text or "").strip()
    if "unit" in element.attrib:
        return {_UNITS.get(element.attrib["unit"], "unknown"): text}
    if "isFinal" in element.attrib:
        return {"date": text, "isFinal": element.attrib["isFinal"]}
    return text


def _add_text(texts: dict[str, Any], language: str, value: Any) -> None:  # noqa: ANN401
    if language in texts:  # searchwords repeat
        texts[language] = [*(texts[language] if isinstance(texts[language], list) else [texts[language]]), value]
    else:
        texts[language] = value


def _elements(file: Path) -> Iterator[Element]:
    """Yield programs and programResources, forgetting each before the next is read."""
    with file.open("rb") as opened:
        metered, root = Metered(opened), None
        try:
            for event, element in iterparse(metered, events=("start", "end"), forbid_dtd=True):
                root = element if root is None else root
                if event == "end" and _name(element) in ("program", "programResource"):
                    metered.next_record()
                    yield element
                    element.clear()
                    root.clear()
        except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
            raise FeedRefused("import_no_xml", type(error).__name__) from error


def _first_program(file: Path) -> Element:
    found = next((element for element in _elements(file) if _name(element) == "program"), None)
    if found is None or not id_in(as_json(found)):
        raise BadRecord("import_no_program", file.name)
    return found


def _beside(directory: Path, link: str) -> Path:
    file = (directory.parent / link).resolve()
    if not link or not file.is_relative_to(directory.parent.resolve()) or not file.is_file():
        raise BadRecord("import_no_program", link[:80])
    return file


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
