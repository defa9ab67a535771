"""Between an Item and what the index keeps of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import tantivy
from pydantic import TypeAdapter
from pydantic_core import from_json

from bot.catalogue.daring import daring_of
from bot.catalogue.models import Item, Position, Spot
from bot.catalogue.regions import load_regions
from bot.catalogue.search.weights import MAIN, weights_of
from bot.catalogue.vocabulary import NT2
from bot.language.words.fold import words_of

NOWHERE, EVERYBODY, ANY_PART, UNKNOWN_PRICE, UNKNOWN_MINUTES, SMALL_MINUTES = "-", "-", "-", -1, 2**31, 30
"""What stands for an absent place, tenant, part of the day, price or length. An unknown length is longer than any that is asked for."""
OFF_THE_MAP = -1_000_000, -1_000_000
"""Where things are whose place is unknown."""
_ITEM = TypeAdapter(Item)


def make_schema() -> tantivy.Schema:
    """Return the fields: words of several kinds to find by, facts to limit by, and the item itself."""
    schema = tantivy.SchemaBuilder()
    for name in ("words", "main", "backwards", "topics", "first_topic"):
        schema.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    for name in ("id", "kind", "delivery", "daring", "part", "place", "region", "region_only", "tenant"):
        schema.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("cents", "minutes", "step_minutes", "last_day", "north", "east", "ease"):
        schema.add_integer_field(name, indexed=True, fast=True)
    schema.add_bytes_field("item", stored=True)
    schema.add_bytes_field("weights", stored=True)
    return schema.build()


def document_of(item: Item) -> tantivy.Document:
    """Return what the index keeps of ``item``."""
    weights = weights_of(item)
    document = tantivy.Document()
    for name, text in _texts(item, weights).items():
        document.add_text(name, text)
    for name, number in _numbers(item).items():
        document.add_integer(name, number)
    for part in item.parts_of_day or (ANY_PART,):
        document.add_text("part", part)
    if item.level == NT2:
        document.add_text("kind", NT2)
    for spot in item.spots() or (None,):
        _add_spot(document, spot)
    document.add_bytes("weights", json.dumps(weights, separators=(",", ":")).encode())
    document.add_bytes("item", _ITEM.dump_json(item))
    return document


@dataclass(frozen=True)
class Kept:
    """What was kept of one item."""

    document: tantivy.Document

    @cached_property
    def item(self) -> Item:
        """The item."""
        return _ITEM.validate_json(bytes(self.document.get_first("item") or b""))

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """The keys of its telling words, each with its weight."""
        weights: dict[str, float] = from_json(bytes(self.document.get_first("weights") or b"{}"))
        return weights


def folded_place(place: str) -> str:
    """Return a place in the shape in which places are compared."""
    return " ".join(words_of(place)) or NOWHERE


def in_grid(position: Position) -> tuple[int, int]:
    """Return how far north and east a position lies, in thousandths of a degree."""
    return round(position.latitude * 1000), round(position.longitude * 1000)


def _add_spot(document: tantivy.Document, spot: Spot | None) -> None:
    """Add one of several: north of one with east of another finds too much, which ``Limits`` judges."""
    position = load_regions().locate(spot) if spot else None
    region = (load_regions().region_of(spot) if spot else None) or NOWHERE
    north, east = in_grid(position) if position else OFF_THE_MAP
    document.add_integer("north", north)
    document.add_integer("east", east)
    document.add_text("place", folded_place(spot.place if spot else ""))
    document.add_text("region", region)
    document.add_text("region_only", NOWHERE if position else region)


def _numbers(item: Item) -> dict[str, int]:
    return {
        "cents": UNKNOWN_PRICE if item.price is None or not item.price_complete else int(item.price * 100),
        "minutes": UNKNOWN_MINUTES if item.minutes is None else item.minutes,
        "step_minutes": item.smallest_step.minutes,
        "last_day": item.last_day.toordinal(),
        "ease": _ease(item),
    }


def _texts(item: Item, weights: Mapping[str, float]) -> dict[str, str]:
    return {
        "id": item.id,
        "words": " ".join(weights),
        "main": " ".join(key for key, weight in weights.items() if weight >= MAIN),
        "backwards": " ".join(key[::-1] for key in weights),
        "topics": " ".join(item.interests),
        "first_topic": " ".join(item.interests[:1]),
        "kind": item.kind.value,
        "delivery": item.delivery.value,
        "daring": daring_of(item).value,
        "tenant": item.tenant or EVERYBODY,
    }


def _ease(item: Item) -> int:
    """Order for when nothing matches: free before informal before small."""
    small = item.minutes is not None and item.minutes <= SMALL_MINUTES
    return 4 * item.is_free + 2 * (not item.kind.is_course) + small
