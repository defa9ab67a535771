from collections import Counter
from itertools import combinations

import pytest
from rapidfuzz import fuzz

from bot.catalogue.interests import load_interests
from bot.catalogue.models import Delivery, Item, Kind
from bot.catalogue.regions import load_regions
from bot.catalogue.vocabulary import THEMES
from bot.language.plain.gate import load_gate
from tests.unit.catalogue.conftest import demo_items

ITEMS = demo_items()
GATE = load_gate()
OWN_SUBJECT = {"rare_word", "uncommon_words"}
"""An item names its trade, its tools and its materials: words that who is interested knows."""


def share(count: int) -> float:
    return count / len(ITEMS)


def test_there_is_enough_of_everything() -> None:
    assert len(ITEMS) >= 150
    assert {item.kind for item in ITEMS} == set(Kind)
    assert {item.theme for item in ITEMS} == THEMES
    assert min(Counter(item.theme for item in ITEMS).values()) >= 10
    assert {item.delivery for item in ITEMS} == set(Delivery)


def test_most_items_are_no_course_and_at_least_a_third_is_not_about_work() -> None:
    assert share(sum(not item.kind.is_course for item in ITEMS)) > 0.5
    assert share(sum(not item.about_work for item in ITEMS)) >= 1 / 3
    assert share(sum(item.is_free for item in ITEMS)) > 0.5


def test_items_are_spread_over_the_country_and_the_topics() -> None:
    assert len({item.region for item in ITEMS if item.region}) >= 20
    topics = Counter(tag for item in ITEMS for tag in item.interests)
    assert set(topics) == set(load_interests().tags)
    assert min(topics.values()) >= 5


def test_every_theme_has_something_that_is_done_within_five_minutes() -> None:
    short = [item for item in ITEMS if item.minutes is not None and item.minutes <= 5]
    assert len(short) >= 12
    assert {item.theme for item in short} == THEMES


def test_every_theme_has_a_first_step_of_at_most_five_minutes() -> None:
    assert {item.theme for item in ITEMS if item.smallest_step.minutes <= 5} == THEMES


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.source_id)
def test_an_item_reads_easily(item: Item) -> None:
    assert [finding for finding in GATE.check(item.summary) if finding.code not in OWN_SUBJECT] == []
    # One line alone is too short for averages.
    for line in (item.title, item.smallest_step.text):
        assert [finding for finding in GATE.check(line) if finding.code not in OWN_SUBJECT | {"long_sentences", "hard_to_read"}] == []
    assert len(item.title) <= 60


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.source_id)
def test_an_item_is_complete(item: Item) -> None:
    assert item.interests
    assert len(item.keywords) >= 3
    assert item.region == load_regions().code_of(item.place)
    assert (item.place is not None) == (item.delivery is Delivery.ONSITE)
    assert item.licence


def test_invented_providers_say_so_and_real_ones_have_an_address() -> None:
    providers = [item.provider for item in ITEMS if item.provider]
    assert all(provider.example == provider.name.startswith("Voorbeeld: ") for provider in providers)
    assert all(provider.url for provider in providers if not provider.example)
    assert not any(provider.url for provider in providers if provider.example)


def test_most_places_to_learn_open_every_week_and_only_invented_ones_have_invented_days() -> None:
    places = [item for item in ITEMS if item.kind is Kind.LEERPLEK]
    assert sum(bool(item.open_days) for item in places) >= 0.9 * len(places)
    assert [item.source_id for item in ITEMS if item.open_days and not (item.provider and item.provider.example)] == []
    assert [item.source_id for item in places if set(item.open_days) == {"zaterdag"} and "weekend" not in item.parts_of_day] == []


def test_no_two_items_are_alike() -> None:
    alike = [(a.source_id, b.source_id) for a, b in combinations(ITEMS, 2) if fuzz.token_sort_ratio(a.title, b.title) > 85]
    assert alike == []
    assert len({item.id for item in ITEMS}) == len({item.summary for item in ITEMS}) == len(ITEMS)
