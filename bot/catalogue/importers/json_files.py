"""Reads big JSON files item by item."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ijson

from bot.catalogue.importers.metered import Metered
from bot.errors import FeedRefused

_WHOLE, _PAGE = "item", "items.item"
_MARK = codecs.BOM_UTF8


def items_of(file: Path) -> Iterator[Any]:
    """Yield the items of a list, or of the list ``items`` of an object; raises FeedRefused when it is no such JSON."""
    with file.open("rb") as opened:
        start = opened.read(1024)
        opened.seek(len(_MARK) if start.startswith(_MARK) else 0)
        where = _WHOLE if start.removeprefix(_MARK).lstrip().startswith(b"[") else _PAGE
        try:
            metered = Metered(opened)
            for item in ijson.items(metered, where, use_float=True):
                metered.next_record()
                yield item
        except (ijson.JSONError, UnicodeDecodeError) as error:
            raise FeedRefused("import_no_json", file.name) from error
