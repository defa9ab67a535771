"""What people write in the cells of a spreadsheet, in the way a record says it. The words are in ``csv_columns.yml``."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from bot.catalogue.importers.words import language_of
from bot.catalogue.regions import FOLDER
from bot.language.words.yaml_files import read_mapping

_CHOICES = frozenset({"kind", "theme", "interests", "parts_of_day", "proof", "level", "vat", "learning_path", "also_in"})
"""Fields with words of ours, which may be typed in capitals too."""
_LENGTHS = frozenset({"minutes", "step_minutes"})
_ADDRESSES = frozenset({"url", "provider_url"})
_LENGTH = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-z]+)\.?", re.ASCII)


@cache
def table() -> Mapping[str, Any]:
    """Return the words of spreadsheets."""
    return read_mapping(FOLDER / "csv_columns.yml")


def meant(name: str, cell: str) -> str:
    """Return what a cell of the field ``name`` says; as it stands when it is not one of the ways we know."""
    folded = cell.strip().casefold()
    known: Mapping[str, str] = table()["values"].get(name, {})
    if folded in known:
        return str(known[folded])
    if name in _CHOICES:
        return folded
    if name in _LENGTHS:
        return _minutes(folded) or cell
    if name in _ADDRESSES and folded.startswith("www."):
        return f"https://{cell.strip()}"
    return language_of(folded) or cell if name == "language" and folded else cell


def priced(cell: str) -> dict[str, str]:
    """Return the price in a cell, with what its words say about VAT: "45 euro excl. btw" is 45 and not complete."""
    price, vat = cell.strip().casefold(), ""
    notes: Mapping[str, str] = table()["price_notes"]
    while note := next((each for each in notes if price.rstrip(" .)").endswith(each)), None):
        price = price.rstrip(" .)").removesuffix(note).rstrip(" (,")
        vat = notes[note] or vat
    return {"price": meant("price", price)} | ({"vat": vat, "price_complete": "no"} if vat == "excluded" else {})


def _minutes(folded: str) -> str:
    found = _LENGTH.fullmatch(folded)
    unit = table()["minutes"].get(found[2]) if found else None
    return str(round(float(found[1].replace(",", ".")) * unit)) if found and unit else ""
