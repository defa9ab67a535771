"""Reads schema.org courses from a web page or a JSON-LD file."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import partial
from html.parser import HTMLParser
from typing import Any

from bot.catalogue.importers.record import Mark, Named, ReadThrough, Record, guarded, numbered
from bot.catalogue.importers.schemaorg_course import Node, id_in, record_of
from bot.catalogue.importers.words import as_list, as_mapping
from bot.errors import BadRecord

_DEEPEST = 12
_TYPE = "application/ld+json"


class SchemaOrg(ReadThrough):
    """The courses in ``text``: a page with blocks, or JSON-LD itself. ``address`` is the page people can open."""

    whole = True
    known_until: datetime | None = None

    def __init__(self, text: str, address: str | None, today: date) -> None:
        self._text = text
        self._address = address
        self._today = today

    def records(self, mark: Mark) -> Iterator[Record]:
        """Yield a record per course; a block that is broken becomes one bad record and the others are read."""
        return numbered(self._values(), mark)

    def _values(self) -> Iterator[Named]:
        read = [_parsed(block) for block in blocks_of(self._text)]
        known = {str(node["@id"]): node for block in read if not isinstance(block, BadRecord) for node in nodes_in(block) if _is_said(node)}
        identify = partial(id_in, known=known, page=self._address)
        make = partial(record_of, known=known, page=self._address, today=self._today)
        for block in read:
            if isinstance(block, BadRecord):
                yield Named("", block)
                continue
            for node in nodes_in(block):
                if "Course" in _types(node):
                    yield guarded(node, identify, make)


def blocks_of(text: str) -> list[str]:
    """Return the JSON-LD blocks of a page; a text that is JSON is one block."""
    if text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        return [text.lstrip("\ufeff")]
    reader = _Blocks()
    reader.feed(text)
    reader.close()
    return reader.blocks


def nodes_in(value: Any, depth: int = 0) -> Iterator[Node]:  # noqa: ANN401
    """Yield every object of a block, outer ones first: bare, in a list, in ``@graph`` or in another object."""
    if depth > _DEEPEST:
        return
    if isinstance(value, Mapping):
        yield value
    for inner in value.values() if isinstance(value, Mapping) else as_list(value):
        if isinstance(inner, Mapping | list):
            yield from nodes_in(inner, depth + 1)


def _parsed(block: str) -> Any:  # noqa: ANN401
    try:
        return json.loads(block, strict=False)
    except (ValueError, RecursionError) as error:
        return BadRecord("import_broken_block", str(error)[:60])


def _types(node: Node) -> list[str]:
    return [str(each).rsplit("/", 1)[-1] for each in as_list(node.get("@type"))]


def _is_said(node: Node) -> bool:
    """Whether the node says something itself; one with an id alone refers to another."""
    return isinstance(node.get("@id"), str) and len(as_mapping(node)) > 1


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = (dict(attrs).get("type") or "").split(";")[0].strip().casefold()
        self._inside = tag == "script" and kind == _TYPE
        if self._inside:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.blocks[-1] += data
