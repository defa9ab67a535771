"""Elements of EDU-DEX XML, one by one, and each in the shape that the JSON API gives."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from bot.catalogue.importers.metered import Metered
from bot.errors import FeedRefused

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LISTS = frozenset(
    {"programRun", "cost", "programForm", "theme", "contactHoursPartOfDay", "instructionLanguage", "module", "genericModule"}
)
_UNITS = {"day": "days", "week": "weeks", "month": "months", "year": "years", "hour": "hours"}


def elements(file: Path, anywhere: Collection[str], on_top: Collection[str] = ()) -> Iterator[Element]:
    """Yield the elements named in ``anywhere``, and those in ``on_top`` right under the root, forgetting each before the next is read.

    Raises FeedRefused when it is no XML, or XML that is not safe.
    """
    with file.open("rb") as opened:
        metered, root, depth = Metered(opened), None, 0
        try:
            for event, element in iterparse(metered, events=("start", "end"), forbid_dtd=True):
                root = element if root is None else root
                depth += 1 if event == "start" else -1
                name = name_of(element)
                if event == "end" and (name in anywhere or (depth == 1 and name in on_top)):
                    metered.next_record()
                    yield element
                    element.clear()
                    root.clear()
        except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
            raise FeedRefused("import_no_xml", type(error).__name__) from error


def first(file: Path, name: str) -> object:
    """Return the first element called ``name``, as JSON; None when there is none."""
    found = next(elements(file, {name}), None)
    return None if found is None else as_json(found)


def as_json(element: Element) -> object:
    """Return what the JSON API would say: texts per language, lists, dates and durations in its shape."""
    if not len(element):
        return _leaf(element)
    found: dict[str, Any] = {}
    for child in element:
        name, value = name_of(child), as_json(child)
        if _LANGUAGE in child.attrib:
            _add_text(found.setdefault(name, {}), child.attrib[_LANGUAGE][:2].lower(), value)
        elif name in _LISTS:
            found.setdefault(name, []).append(value)
        else:
            found.setdefault(name, value)
    return found


def _leaf(element: Element) -> object:
    text = (element.text or "").strip()
    if "unit" in element.attrib:
        return {_UNITS.get(element.attrib["unit"], "unknown"): text}
    if "isFinal" in element.attrib:
        return {"date": text, "isFinal": element.attrib["isFinal"]}
    return text


def _add_text(texts: dict[str, Any], language: str, value: object) -> None:
    if language in texts:  # searchwords repeat
        texts[language] = [*(texts[language] if isinstance(texts[language], list) else [texts[language]]), value]
    else:
        texts[language] = value


def name_of(element: Element) -> str:
    """Return the name without its namespace."""
    return element.tag.rpartition("}")[2]
