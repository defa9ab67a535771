from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from bot.catalogue.importers.addresses import PublicOnly
from bot.catalogue.importers.demo import read_demo
from bot.catalogue.importers.feeds import Feeds
from bot.catalogue.importers.fetch import Fetcher
from bot.catalogue.importers.one_at_a_time import Locks
from bot.catalogue.importers.raw import RawReader
from bot.catalogue.interests import load_interests
from bot.catalogue.models import Delivery, Item, Kind, SmallestStep
from bot.catalogue.regions import load_regions
from bot.catalogue.shipping import DemoCatalogue
from bot.catalogue.source_imports import SourceImports
from bot.store.work import Store
from tests.conftest import StoppedClock


@cache
def demo_items() -> tuple[Item, ...]:
    """The demo catalogue, read once."""
    reader = RawReader("demo", load_interests().tags, load_regions())
    return tuple(reader.item(record) for _, record in read_demo())


def make_item(source_id: str = "a", **changes: object) -> Item:
    """An item that is plain in every respect but ``changes``."""
    plain = {
        "source": "test",
        "source_id": source_id,
        "kind": Kind.KLUS,
        "title": "Doe iets kleins",
        "summary": "Je probeert iets.",
        "theme": "experiment",
        "interests": (),
        "keywords": (),
        "smallest_step": SmallestStep(2, "Begin."),
        "delivery": Delivery.HOME,
        "price": Decimal(0),
        "minutes": 10,
    }
    return Item(**{**plain, **changes})  # type: ignore[arg-type]


@pytest.fixture
def raw() -> dict[str, object]:
    """A record that is complete and right."""
    return {
        "id": "plank-zagen",
        "kind": "klus",
        "title": "Zaag een plank",
        "summary": "Je meet, tekent en zaagt.",
        "theme": "experiment",
        "interests": ["hout"],
        "keywords": ["zagen", "plank"],
        "provider": {"name": "Houtschuur", "example": True, "url": "https://voorbeeld.nl", "last_verified": "2026-11-01"},
        "price": 12.5,
        "minutes": 90,
        "smallest_step": {"minutes": 3, "text": "Zoek een plank."},
        "delivery": "onsite",
        "place": "Zwolle",
        "region": None,
        "parts_of_day": ["avond"],
        "proof": "none",
        "level": "none",
        "language": "nl",
        "about_work": False,
        "url": "https://voorbeeld.nl/plank",
    }


@pytest.fixture
def read() -> Callable[[dict[str, object]], Item]:
    return RawReader("test", load_interests().tags, load_regions()).item


def make_imports(store: Store, clock: StoppedClock, folder: Path, locks: Locks | None = None) -> SourceImports:
    """Imports that reach no address and keep their files under ``folder``."""
    feeds = Feeds(Fetcher(PublicOnly(ask=lambda *_: [])), folder / "kept", clock)
    return SourceImports(store.work, clock, feeds, folder / "kept", load_interests(), load_regions(), locks)


@pytest.fixture
def imports(store: Store, clock: StoppedClock, tmp_path: Path) -> SourceImports:
    return make_imports(store, clock, tmp_path)


@pytest.fixture
def demo(store: Store, clock: StoppedClock) -> DemoCatalogue:
    return DemoCatalogue(store.work, load_interests(), load_regions(), clock)
