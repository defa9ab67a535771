"""Reads big JSON files item by item."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ijson

from bot.catalogue.importers.metered import Metered
from bot.errors import BadRecord

_WHOLE, _PAGE = "item", "items.item"


def items_of(file: Path) -> Iterator[Any]:
    """Yield the items of a list, or of the list ``items`` of an object; raises BadRecord when it is no such JSON."""
    with file.open("rb") as opened:
        first = _first_sign(opened.read(1024))
        opened.seek(0)
        try:
            metered = Metered(opened)
            for item in ijson.items(metered, _WHOLE if first == b"[" else _PAGE, use_float=True):
                metered.next_record()
                yield item
        except (ijson.JSONError, UnicodeDecodeError) as error:
            raise BadRecord("import_no_json", file.name) from error


def _first_sign(start: bytes) -> bytes:
    return start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
