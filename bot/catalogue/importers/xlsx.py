"""Reads a catalogue from an Excel file, row by row."""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from bot.catalogue.importers.columns import Columns
from bot.catalogue.importers.fields import Raw
from bot.errors import BadRecord, FeedRefused

_MOST_UNPACKED = 300 * 1024 * 1024
_MOST_SHARED = 50 * 1024 * 1024
"""Bytes of the texts that a workbook keeps apart: these are read into memory whole."""
_MOST_PARTS = 1_000
_SHARED = "xl/sharedStrings.xml"
_COLUMNS = 200


def read_xlsx(path: Path, columns: Columns) -> Iterator[tuple[int, Raw | BadRecord]]:
    """Yield (row, record) for each row of the first sheet that is not empty; raises FeedRefused when it is no catalogue."""
    _refuse_bomb(path)
    try:
        yield from _records(path, columns)
    except (InvalidFileException, DefusedXmlException, ParseError, KeyError, ValueError, OSError, zipfile.BadZipFile) as error:
        raise FeedRefused("import_no_xlsx", type(error).__name__) from error


def _records(path: Path, columns: Columns) -> Iterator[tuple[int, Raw | BadRecord]]:
    book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file claims may be far more than it holds
        rows = enumerate(([_text(cell) for cell in row[:_COLUMNS]] for row in sheet.iter_rows(values_only=True)), start=1)
        header = columns.header(cells for _, cells in rows)
        for number, cells in rows:
            if any(cells):
                yield number, columns.record(header, cells)
    finally:
        book.close()


def _text(cell: object) -> str:
    if isinstance(cell, datetime) or (isinstance(cell, date) and not isinstance(cell, datetime)):
        return cell.isoformat()[:10]
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def _refuse_bomb(path: Path) -> None:
    """An Excel file is a zip: look at what it says it holds before anything is unpacked. Reading stops at these sizes too."""
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
    except zipfile.BadZipFile as error:
        raise FeedRefused("import_no_xlsx", "zip") from error
    shared = sum(part.file_size for part in parts if part.filename == _SHARED)
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED or shared > _MOST_SHARED:
        raise FeedRefused("import_bomb", str(_MOST_UNPACKED // 1024 // 1024))
