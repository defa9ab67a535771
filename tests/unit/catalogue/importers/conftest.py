from collections.abc import Callable
from datetime import date

import pytest

from bot.catalogue.importers.fields import Raw
from bot.catalogue.importers.record import Feed, Named, Record, Value
from bot.catalogue.importers.taking import Taken, Taker
from bot.catalogue.interests import load_interests
from bot.catalogue.models import Item
from bot.catalogue.regions import load_regions
from bot.catalogue.sources import Format, Source

TODAY = date(2026, 3, 2)

Take = Callable[..., Taken]


def taker(tenant: str | None = None) -> Taker:
    return Taker(Source("school", Format.OOAPI5, "", tenant=tenant), load_interests(), load_regions(), TODAY)


def taken(*records: Named | Value, tenant: str | None = None) -> Taken:
    named = [each if isinstance(each, Named) else Named("", each) for each in records]
    return taker(tenant).take([Record(number, each.source_id, each.value) for number, each in enumerate(named, start=1)])


def item_from(value: Named | Raw, tenant: str | None = None) -> Item:
    """The one item of one record; fails with the reason when it is refused."""
    result = taken(value, tenant=tenant)
    assert result.refused == []
    (item,) = result.items.values()
    return item


def all_of(feed: Feed, tenant: str | None = None) -> Taken:
    return taker(tenant).take(list(feed.records({})))


@pytest.fixture
def today() -> date:
    """Monday 2 March 2026, as the clock of the tests."""
    return TODAY
