"""The hard limits of a wish in the language of the index. ``Limits`` still judges each item: this only finds enough that fit."""

from collections.abc import Collection, Iterator

import tantivy
from tantivy import FieldType, Occur, Query

from bot.catalogue.distances import TRAVEL, box
from bot.catalogue.fitting import Limits, Relaxed
from bot.catalogue.models import ALWAYS
from bot.catalogue.search.documents import ANY_PART, EVERYBODY, NOWHERE, UNKNOWN_PRICE, folded_place, in_grid
from bot.catalogue.vocabulary import NT2

Clause = tuple[Occur, Query]


def clauses(schema: tantivy.Schema, limits: Limits, relaxed: Collection[Relaxed] = ()) -> list[Clause]:
    """Return what an item must meet, with the limits ``relaxed`` let go."""
    return [*_always(schema, limits), *_limits(schema, limits, relaxed)]


def near(schema: tantivy.Schema, limits: Limits) -> Query | None:
    """Return a query for items in the place or region that was asked for; None when no place was."""
    if not limits.wanted.place:
        return None
    places = [Query.term_query(schema, "place", folded_place(limits.wanted.place))]
    if limits.region:
        # Within a known distance the distance decides; a region does for what has none.
        places.append(Query.term_query(schema, "region_only" if limits.position else "region", limits.region))
    if limits.position:
        (south, west), (north, east) = map(in_grid, box(limits.position, TRAVEL))
        around = [_between(schema, "north", south, north), _between(schema, "east", west, east)]
        places.append(Query.boolean_query([(Occur.Must, side) for side in around]))
    return _any(places)


def _always(schema: tantivy.Schema, limits: Limits) -> Iterator[Clause]:
    scopes = {EVERYBODY, limits.wanted.tenant or EVERYBODY}
    yield Occur.Must, Query.term_set_query(schema, "tenant", sorted(scopes))
    if limits.wanted.exclude:
        yield Occur.MustNot, Query.term_set_query(schema, "id", sorted(limits.wanted.exclude))
    if limits.wanted.day is not None:
        yield Occur.Must, _between(schema, "last_day", limits.wanted.day.toordinal(), ALWAYS.toordinal())


def _limits(schema: tantivy.Schema, limits: Limits, relaxed: Collection[Relaxed]) -> Iterator[Clause]:
    wanted = limits.wanted
    if wanted.kinds and Relaxed.KIND not in relaxed:
        yield Occur.Must, Query.term_set_query(schema, "kind", sorted([*wanted.kinds, *([NT2] if wanted.easy_dutch else [])]))
    if wanted.parts_of_day and Relaxed.PART not in relaxed:
        yield Occur.Must, Query.term_set_query(schema, "part", sorted([*wanted.parts_of_day, ANY_PART]))
    if wanted.deliveries and Relaxed.WAY not in relaxed:
        ways, around = Query.term_set_query(schema, "delivery", sorted(wanted.deliveries)), near(schema, limits)
        yield Occur.Must, _any([ways, around]) if wanted.stays_near and around is not None else ways
    if wanted.daring and Relaxed.DARING not in relaxed:
        yield Occur.Must, Query.term_query(schema, "daring", wanted.daring)
    if wanted.max_price is not None:
        lowest = UNKNOWN_PRICE if Relaxed.PRICE in relaxed else 0
        yield Occur.Must, _between(schema, "cents", lowest, int(wanted.max_price * 100))
    if wanted.max_minutes is not None:
        field = "step_minutes" if Relaxed.TIME in relaxed else "minutes"
        yield Occur.Must, _between(schema, field, 0, wanted.max_minutes)
    around = near(schema, limits)
    if around is not None and Relaxed.PLACE not in relaxed:
        yield Occur.Must, _any([around, Query.term_query(schema, "place", NOWHERE)])


def _between(schema: tantivy.Schema, field: str, low: int, high: int) -> Query:
    return Query.range_query(schema, field, FieldType.Integer, low, high)


def _any(queries: list[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])
