"""Reads single fields of a foreign record; what cannot be used raises BadRecord with a code that names the field."""

import re
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import urlsplit

from bot.catalogue.importers.plain import plain
from bot.clock import AMSTERDAM, local_date
from bot.errors import BadRecord

Raw = Mapping[str, Any]

_MOST_PRICE = Decimal(50_000)
_DUTCH_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_LENGTH_OF_DAY = len("2026-11-21")
_POSTCODE = re.compile(r"([1-9]\d{3})\s?(?:[A-Za-z]{2})?")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")


def text(raw: Raw, name: str, longest: int) -> str:
    """Return the field as plain text, empty when absent."""
    value = raw.get(name)
    return "" if value is None else plain(str(value), longest)


def required(raw: Raw, name: str, longest: int) -> str:
    """Return the field as plain text; raises BadRecord when it is empty."""
    value = text(raw, name, longest)
    if not value:
        raise BadRecord(f"import_missing_{name}")
    return value


def choice(raw: Raw, name: str, allowed: Collection[str], default: str | None = None) -> str:
    """Return the field when it is one of ``allowed``."""
    value = text(raw, name, 60) if default is not None else required(raw, name, 60)
    if not value and default is not None:
        return default
    if value not in allowed:
        raise BadRecord(f"import_bad_{name}", value)
    return value


def words(raw: Raw, name: str, most: int = 20) -> tuple[str, ...]:
    """Return a list field, each entry once; a single text is split at commas."""
    value = raw.get(name) or ()
    entries = value if isinstance(value, list | tuple) else re.split(r"[,|]", str(value))
    return tuple(dict.fromkeys(filter(None, (plain(str(entry), 60) for entry in entries))))[:most]


def choices(raw: Raw, name: str, allowed: Collection[str]) -> tuple[str, ...]:
    """Return a list field of which every entry is one of ``allowed``."""
    chosen = words(raw, name)
    for each in chosen:
        if each not in allowed:
            raise BadRecord(f"import_bad_{name}", each)
    return chosen


def price(raw: Raw, name: str = "price") -> Decimal | None:
    """Return euros as people write them; None when the field is empty, because unknown is not free."""
    if isinstance(raw.get(name), int | float | Decimal):
        return amount(raw, name)
    given = text(raw, name, 40).replace("€", "").replace(" ", "").removesuffix(",-")
    # "1.250,50", "1.250" and "1250.50" are all written.
    dutch = "," in given or _THOUSANDS.fullmatch(given)
    return _euros(given.replace(".", "").replace(",", ".") if dutch else given)


def amount(raw: Raw, name: str) -> Decimal | None:
    """Return euros as a machine writes them, where "1.250" is one and a quarter; None when the field is empty."""
    return _euros(text(raw, name, 40))


def _euros(given: str) -> Decimal | None:
    if not given:
        return None
    try:
        euros = Decimal(given)
    except InvalidOperation:
        raise BadRecord("import_bad_price", given) from None
    if not euros.is_finite() or not 0 <= euros <= _MOST_PRICE:
        raise BadRecord("import_bad_price", given)
    return euros.quantize(Decimal("0.01"))


def minutes(raw: Raw, name: str, most: int) -> int | None:
    """Return whole minutes, None when the field is empty."""
    given = text(raw, name, 20)
    if not given:
        return None
    if not (given.isascii() and given.isdigit() and 0 < int(given) <= most):
        raise BadRecord(f"import_bad_{name}", given)
    return int(given)


def yes(raw: Raw, name: str, *, default: bool = False) -> bool:
    """Return whether the field says yes; ``default`` when it is empty."""
    value = text(raw, name, 10).casefold()
    if not value:
        return default
    if value in {"nee", "no", "false", "0"}:
        return False
    if value in {"ja", "yes", "true", "1"}:
        return True
    raise BadRecord(f"import_bad_{name}", value)


def day(raw: Raw, name: str) -> date | None:
    """Return a date written as 2026-11-21 or 21-11-2026; of a moment, the day it is in the Netherlands."""
    given = text(raw, name, 40)
    try:
        return day_in(given) if given else None
    except ValueError:
        raise BadRecord("import_bad_date", given[:20]) from None


def day_in(given: str) -> date:
    """Return the day that ``given`` names; raises ValueError."""
    if dutch := _DUTCH_DAY.fullmatch(given):
        number, month, year = map(int, dutch.groups())
        return date(year, month, number)
    if len(given) <= _LENGTH_OF_DAY:
        return date.fromisoformat(given)
    return local_date(moment_in(given))


def moment_in(given: str) -> datetime:
    """Return an ISO 8601 moment in UTC; without a zone it is Dutch time; raises ValueError."""
    try:
        moment = datetime.fromisoformat(given)
        return (moment if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM)).astimezone(UTC)
    except OverflowError as error:
        raise ValueError(given) from error


def moment(raw: Raw, name: str) -> datetime | None:
    """Return a moment, in UTC."""
    given = text(raw, name, 40)
    try:
        return moment_in(given) if given else None
    except ValueError:
        raise BadRecord("import_bad_date", given[:20]) from None


def postcode(raw: Raw, name: str = "postcode") -> str | None:
    """Return the four digits of a Dutch postcode; None for anything else, which is no reason to refuse a record."""
    found = _POSTCODE.fullmatch(text(raw, name, 10))
    return found[1] if found else None


def number(raw: Raw, name: str, most: float) -> float | None:
    """Return a number between ``-most`` and ``most``; None when it is none."""
    try:
        value = float(text(raw, name, 30).replace(",", ".") or "nan")
    except ValueError:
        return None
    return value if -most <= value <= most else None


def address(raw: Raw, name: str) -> str | None:
    """Return a web address that a browser may open."""
    given = text(raw, name, 500)
    if not given:
        return None
    try:
        parts = urlsplit(given)
    except ValueError:
        raise BadRecord("import_bad_url", given[:60]) from None
    if parts.scheme not in {"http", "https"} or not parts.hostname or " " in given:
        raise BadRecord("import_bad_url", given[:60])
    return given
