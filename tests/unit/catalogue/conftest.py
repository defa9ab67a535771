from collections.abc import Callable
from decimal import Decimal
from functools import cache

import pytest

from bot.catalogue.importers.demo import read_demo
from bot.catalogue.importers.raw import RawReader
from bot.catalogue.importing import ImportService
from bot.catalogue.interests import load_interests
from bot.catalogue.models import Delivery, Item, Kind, SmallestStep
from bot.catalogue.regions import load_regions
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


@pytest.fixture
def imports(store: Store, clock: StoppedClock) -> ImportService:
    return ImportService(store.work, load_interests(), load_regions(), clock)
