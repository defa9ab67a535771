from decimal import Decimal

import pytest

from bot.catalogue.features import feature_in
from bot.catalogue.fitting import Limits
from bot.catalogue.models import Delivery, Item
from bot.catalogue.regions import load_regions
from bot.catalogue.wanted import Wanted
from tests.unit.catalogue.conftest import make_item

SHOWN = (
    make_item("home", delivery=Delivery.HOME, price=Decimal(0), minutes=60),
    make_item("near", delivery=Delivery.ONSITE, place="Tilburg", price=Decimal(0), minutes=20),
    make_item("far", delivery=Delivery.ONSITE, place="Goes", price=Decimal(35), minutes=90),
)


def named(text: str, *, place: str | None = None, home: str | None = None, shown: tuple[Item, ...] = SHOWN) -> tuple[str, list[str]] | None:
    feature = feature_in(shown, text, place, Limits(Wanted(place=home), load_regions()))
    return feature and (feature.name, [item.source_id for item in feature.items])


@pytest.mark.parametrize(
    ("text", "name", "items"),
    [
        ("die gratis", "free", ["home", "near"]),
        ("wat is het goedkoopst", "cheapest", ["home", "near"]),
        ("welke duurt het langst", "longest", ["far"]),
        ("welke is het makkelijkst", "easiest", ["near"]),
        ("die thuis", "home", ["home"]),
        ("zit er een online bij", "online", []),
    ],
)
def test_what_has_a_feature_is_found(text: str, name: str, items: list[str]) -> None:
    assert named(text) == (name, items)


def test_a_place_that_is_named_is_a_feature_too() -> None:
    assert named("die in tilburg", place="Tilburg") == ("place", ["near"])
    assert named("die in assen", place="Assen") == ("place", [])


def test_the_nearest_is_that_of_who_lives_somewhere() -> None:
    assert named("welke is het dichtst bij", home="Goes", shown=SHOWN[1:]) == ("nearest", ["far"])
    assert named("welke is het dichtst bij", shown=SHOWN[1:]) == ("nearest", [])


def test_a_longer_word_names_no_feature() -> None:
    assert named("die met thuiszorg") is None
