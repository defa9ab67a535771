"""How far places lie from each other, in a straight line."""

import csv
import math
from collections.abc import Mapping
from functools import cache

from bot.catalogue.interests import FOLDER
from bot.catalogue.models import Position

TRAVEL = 20
"""Kilometres in a straight line that people travel for an evening of learning: about half an hour. A choice of ours, not a measurement."""
_RADIUS = 6371.0
"""Kilometres: the mean radius of the earth."""


def kilometres(one: Position, other: Position) -> float:
    """Return the distance in a straight line (haversine formula)."""
    north, south = math.radians(one.latitude), math.radians(other.latitude)
    across = math.radians(one.longitude - other.longitude)
    half = math.sin((north - south) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(across / 2) ** 2
    return 2 * _RADIUS * math.asin(math.sqrt(min(1.0, half)))


def box(middle: Position, reach: float) -> tuple[Position, Position]:
    """Return the south-western and north-eastern corner of a box that holds everything within ``reach`` kilometres of ``middle``."""
    up = math.degrees(reach / _RADIUS)
    # The northern side is the shortest; there a degree of longitude is the fewest kilometres.
    aside = up / math.cos(math.radians(min(abs(middle.latitude) + up, 89.0)))
    return (
        Position(middle.latitude - up, middle.longitude - aside),
        Position(middle.latitude + up, middle.longitude + aside),
    )


@cache
def load_positions() -> Mapping[str, Position]:
    """Return where the middle of each place in ``positions.csv`` lies."""
    with (FOLDER / "positions.csv").open(encoding="utf-8", newline="") as file:
        return {row["place"]: Position(float(row["latitude"]), float(row["longitude"])) for row in csv.DictReader(file)}
