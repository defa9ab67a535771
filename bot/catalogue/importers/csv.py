"""Reads a catalogue from a CSV file as spreadsheets save it: any common separator and encoding, row by row."""

import codecs
import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from bot.catalogue.importers.columns import HEADER_WITHIN, Columns
from bot.catalogue.importers.fields import Raw
from bot.errors import BadRecord, FeedRefused

_LARGEST_FIELD = 1_000_000
"""Signs; a larger field ends its row."""
_CHUNK = 1 << 16
_SEPARATORS = ";,\t|"
_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_csv(path: Path, columns: Columns = Columns()) -> Iterator[tuple[int, Raw | BadRecord]]:  # noqa: B008
    """Yield (line, record) for each row that is not empty, or why the row cannot be read.

    Raises FeedRefused when the file as a whole is no catalogue.
    """
    csv.field_size_limit(_LARGEST_FIELD)
    with path.open(encoding=encoding_of(path), errors="replace", newline="") as file:
        rows = csv.reader(file, delimiter=_separator(file, columns))
        try:
            header = columns.header(rows)
        except csv.Error as error:
            raise FeedRefused("import_no_header") from error
        yield from _records(rows, header, columns)


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


def _separator(file: TextIO, columns: Columns) -> str:
    first = [file.readline(_CHUNK).strip() for _ in range(HEADER_WITHIN)]
    file.seek(0)
    names = ((sign, [cell.strip('"') for cell in line.split(sign)]) for line in first for sign in _SEPARATORS)
    return next((sign for sign, cells in names if columns.is_header(cells)), max(_SEPARATORS, key=first[0].count))


def _records(rows: Iterator[list[str]], header: Sequence[str], columns: Columns) -> Iterator[tuple[int, Raw | BadRecord]]:
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
            yield rows.line_num, columns.record(header, cells)  # type: ignore[attr-defined]
