"""What suggestions are measured with: items with topics and dates, and wishes with the limits that people give."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from bench.search.queries import held_out
from bot.catalogue.interests import load_interests
from bot.catalogue.models import Delivery, Item, Run
from bot.catalogue.wanted import Wanted

DAY = date(2026, 3, 2)
_PLACES = (None, "Zwolle", "Almere", "Goes", "Utrecht", "Joure")
_PRICES = (None, None, Decimal(0), Decimal(50))
_MINUTES = (None, None, 15, 240)
_DELIVERIES = (frozenset[Delivery](), frozenset[Delivery](), frozenset({Delivery.HOME, Delivery.ONLINE}))
_MANY = 60
"""Wishes of each kind without words."""


def lively(items: Iterable[Item]) -> Iterator[Item]:
    """Yield ``items``; those that are no demo have up to two topics, and half of them runs, of which a third is over."""
    tags, draw = load_interests().tags, Random(3)  # noqa: S311  the same every time
    for item in items:
        starts = [DAY + timedelta(days=draw.randint(-30, 60)) for _ in range(draw.choice((0, 0, 1, 3)))]
        topics = tuple(draw.sample(tags, draw.randint(0, 2)))
        yield item if item.source == "demo" else replace(item, interests=item.interests or topics, runs=tuple(map(Run, sorted(starts))))


def wishes() -> dict[str, list[Wanted]]:
    """Return wishes by their kind: in words, by interests only, and with neither."""
    interests, draw = load_interests(), Random(4)  # noqa: S311  the same every time
    kinds = {
        "words": [Wanted(asked.text, interests.tags_in(asked.text)) for asked in held_out()],
        "interests": [Wanted(interests=tuple(draw.sample(interests.tags, draw.randint(1, 3)))) for _ in range(_MANY)],
        "empty": [Wanted()] * _MANY,
    }
    return {kind: [_limited(wanted, draw) for wanted in those] for kind, those in kinds.items()}


def _limited(wanted: Wanted, draw: Random) -> Wanted:
    return replace(
        wanted,
        place=draw.choice(_PLACES),
        max_price=draw.choice(_PRICES),
        max_minutes=draw.choice(_MINUTES),
        deliveries=draw.choice(_DELIVERIES),
        day=DAY,
    )
