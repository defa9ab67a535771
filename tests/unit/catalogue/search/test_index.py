from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue.fitting import Limits
from bot.catalogue.interests import load_interests
from bot.catalogue.models import Kind
from bot.catalogue.regions import load_regions
from bot.catalogue.search import CatalogueIndex
from bot.catalogue.wanted import Wanted
from tests.unit.catalogue.conftest import demo_items, make_item

INDEX = CatalogueIndex(demo_items())


@cache
def crowded() -> CatalogueIndex:
    """More items about the same than are weighed, and a few that differ."""
    alike = [make_item(f"far{n}", title="Zaag een plank", place="Goes", region="AM24", price=Decimal(50)) for n in range(400)]
    few = [
        make_item("near", title="Zaag een plank met een groep", summary="Lang.", place="Zwolle", region="AM36", price=Decimal(50)),
        make_item("free", title="Zaag een plank met een groep", summary="Lang.", place="Goes", region="AM24"),
        make_item("book", title="Een plank", kind=Kind.BOEK, place="Goes", region="AM24", price=Decimal(50)),
    ]
    return CatalogueIndex([*alike, *few])


def found_in_the_crowd(**wanted: object) -> set[str]:
    limits = Limits(Wanted(text="plank zagen", **wanted), load_regions())  # type: ignore[arg-type]
    return {each.item.source_id for each in crowded().find("plank zagen", (), limits) if limits.allow(each.item)}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"place": "Zwolle"}, "near"),
        ({"max_price": Decimal(0)}, "free"),
        ({"kinds": frozenset({Kind.BOEK})}, "book"),
    ],
)
def test_among_very_many_that_match_those_within_the_limits_are_found(wanted: dict[str, object], found: str) -> None:
    assert found_in_the_crowd(**wanted) == {found}


def test_what_was_shown_before_makes_room_for_others_in_a_crowd() -> None:
    shown = frozenset(f"test/far{n}" for n in range(300))
    limits = Limits(Wanted(text="plank", exclude=shown), load_regions())
    assert len([each for each in crowded().find("plank", (), limits) if limits.is_new(each.item)]) > 10


def test_without_any_match_the_easiest_and_the_nearest_are_offered() -> None:
    limits = Limits(Wanted(place="Zwolle"), load_regions())
    assert [item.source_id for item in crowded().within(limits)] == ["near"]
    anywhere = {item.source_id for item in crowded().within(Limits(Wanted(), load_regions()))}
    assert "free" in anywhere
    assert len(anywhere) < 403


def test_an_item_comes_back_whole() -> None:
    item = demo_items()[7]
    assert INDEX.by_id(item.id) == item
    assert INDEX.by_id("demo/nothing") is None


@given(st.text(max_size=600))
@settings(max_examples=50)
def test_no_text_breaks_the_search_with_or_without_limits(text: str) -> None:
    limits = Limits(Wanted(text=text, place=text[:20], max_price=Decimal(5)), load_regions())
    assert all(each.score > 0 for each in INDEX.find(text, load_interests().tags_in(text), limits))


@pytest.mark.parametrize("text", ["", "   ", "?!", "a", "timmeren " * 60, "x" * 500, "\x00", "\ufdfa" * 500, "hout AND (", "naam:waarde^3"])
def test_odd_texts_are_searched_like_any_other(text: str) -> None:
    assert isinstance(INDEX.find(text), list)
