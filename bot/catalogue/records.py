"""Reads records of shipped data strictly: a mistake is named with its record, and nothing is guessed."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from bot.errors import BadText


def checked(key: str, record: object, *, needed: Collection[str], fields: Collection[str], dates: Iterable[str]) -> Mapping[str, Any]:
    """Return ``record`` when it has what is ``needed``, no other ``fields``, and a date or nothing in ``dates``; else raises BadText."""
    if not isinstance(record, Mapping) or not set(needed) <= set(record):
        raise BadText(f"{key} lacks one of {sorted(needed)}")
    if odd := sorted(set(record) - set(fields)):
        raise BadText(f"{key} has odd fields {odd}")
    # A date with a time is a date to Python.
    if wrong := [name for name in dates if type(record.get(name)) not in (date, type(None))]:
        raise BadText(f"{key}: {wrong[0]} is no date")
    return record


def one_of[Choice: StrEnum](kind: type[Choice], key: str, value: object) -> Choice:
    """Return the choice that ``value`` names; raises BadText when it names none."""
    try:
        return kind(str(value))
    except ValueError as error:
        raise BadText(f"{key}: {value} is no {kind.__name__}") from error
