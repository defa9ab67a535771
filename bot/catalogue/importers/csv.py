"""Reads a catalogue from a CSV file as spreadsheets save it: any common separator and encoding, row by row."""

import codecs
import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TextIO

from bot.catalogue.importers.fields import Raw
from bot.catalogue.regions import FOLDER
from bot.errors import BadRecord
from bot.language.yaml_files import read_mapping

_LARGEST_FIELD = 1_000_000
"""Signs; a larger field ends its row."""
_CHUNK = 1 << 16
_SEPARATORS = ";,\t|"
_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_csv(path: Path) -> Iterator[tuple[int, Raw | BadRecord]]:
    """Yield (line, record) for each row that is not empty, or why the row cannot be read.

    Raises BadRecord when the file as a whole is no catalogue.
    """
    csv.field_size_limit(_LARGEST_FIELD)
    with path.open(encoding=encoding_of(path), errors="replace", newline="") as file:
        separator = _separator(file)
        rows = csv.reader(file, delimiter=separator)
        header = _header(next(rows, []))
        yield from _records(rows, header)


def encoding_of(path: Path) -> str:
    """Return how the file is written: UTF-8 or UTF-16, and otherwise what Windows uses in the Netherlands."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        chunk = file.read(_CHUNK)
        for mark, name in _BYTE_ORDER_MARKS:
            if chunk.startswith(mark):
                return name
        try:
            while chunk:
                decoder.decode(chunk)
                chunk = file.read(_CHUNK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def _separator(file: TextIO) -> str:
    first = file.readline(_CHUNK)
    file.seek(0)
    return max(_SEPARATORS, key=first.count)


def _header(cells: list[str]) -> list[str]:
    names = [_columns()["columns"].get("_".join(cell.strip().casefold().split()), "") for cell in cells]
    for needed in ("id", "title"):
        if needed not in names:
            raise BadRecord("import_no_header")
    return names


def _records(rows: Iterator[list[str]], header: list[str]) -> Iterator[tuple[int, Raw | BadRecord]]:
    # The csv module's reader knows the line; a row may span several.
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield rows.line_num, BadRecord("import_unreadable_row", str(error))  # type: ignore[attr-defined]
            continue
        if any(cell.strip() for cell in cells):
            yield rows.line_num, _record(dict(zip(header, cells, strict=False)))  # type: ignore[attr-defined]


def _record(cells: Mapping[str, str]) -> Raw:
    values = {name: _columns()["values"].get(name, {}).get(cell.strip().casefold(), cell) for name, cell in cells.items() if name}
    provider = {name.removeprefix("provider_"): value for name, value in values.items() if name.startswith("provider_")}
    step = {name.removeprefix("step_"): value for name, value in values.items() if name.startswith("step_")}
    return {**values, "provider": provider, "smallest_step": step}


@cache
def _columns() -> dict[str, dict[str, Any]]:
    return read_mapping(FOLDER / "csv_columns.yml")
