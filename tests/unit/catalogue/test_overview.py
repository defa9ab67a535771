from dataclasses import replace
from decimal import Decimal

import pytest

from bot.catalogue.models import Delivery, Item, Kind, SmallestStep
from bot.catalogue.overview import CatalogueOverview
from bot.errors import UnknownItem
from bot.store.work import Store

FIRST = Item(
    source="csv",
    source_id="1",
    kind=Kind.KLUS,
    title="Zaag een plank",
    summary="Zaag een plank recht af.",
    theme="experiment",
    interests=("hout",),
    keywords=(),
    smallest_step=SmallestStep(5, "Pak een zaag."),
    delivery=Delivery.HOME,
    price=Decimal(0),
)


def test_an_empty_catalogue_counts_nothing(store: Store) -> None:
    counts = CatalogueOverview(store.work).counts()
    assert (counts.total, counts.free, counts.kinds, counts.themes, counts.sources) == (0, 0, {}, {}, {})


def test_items_are_counted_per_kind_theme_and_source_largest_first(store: Store) -> None:
    paid = replace(FIRST, source_id="2", price=Decimal(10))
    course = replace(FIRST, source="demo", source_id="3", kind=Kind.CURSUS, theme="plannen", price=None)
    with store.work() as work:
        work.items.upsert([course, FIRST, paid])
    counts = CatalogueOverview(store.work).counts()
    assert (counts.total, counts.free) == (3, 1)
    assert list(counts.kinds.items()) == [("klus", 2), ("cursus", 1)]
    assert list(counts.themes.items()) == [("experiment", 2), ("plannen", 1)]
    assert list(counts.sources.items()) == [("csv", 2), ("demo", 1)]


def test_one_item_is_known_by_its_id_and_a_wrong_id_says_so(sqlite_store: Store) -> None:
    overview = CatalogueOverview(sqlite_store.work)
    with sqlite_store.work() as work:
        work.items.upsert([FIRST])
    assert overview.item("csv/1") == FIRST
    with pytest.raises(UnknownItem):
        overview.item("csv/2")
