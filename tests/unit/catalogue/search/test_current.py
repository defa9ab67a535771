from collections.abc import Iterator

import pytest

from bot.catalogue.fitting import Limits
from bot.catalogue.regions import load_regions
from bot.catalogue.search.current import CurrentIndex
from bot.catalogue.wanted import Wanted
from bot.store.work import Store
from tests.unit.catalogue.conftest import make_item

EVERYTHING = Limits(Wanted(), load_regions())


def put(store: Store, *numbers: int, title: str = "Zaag een plank") -> None:
    with store.work() as work:
        work.items.upsert([make_item(f"{number:05}", title=title) for number in numbers])


def titles(index: CurrentIndex) -> set[str]:
    return {item.title for item in index.get().within(EVERYTHING)}


@pytest.fixture
def large(sqlite_store: Store) -> Iterator[CurrentIndex]:
    """An index for which eleven items are many."""
    index = CurrentIndex(sqlite_store.work, at_once=10)
    yield index
    index.wait()


def test_an_empty_catalogue_has_an_index(store: Store) -> None:
    assert len(CurrentIndex(store.work).get()) == 0


def test_a_change_is_seen_at_the_next_question(store: Store) -> None:
    index = CurrentIndex(store.work)
    put(store, 1)
    assert titles(index) == {"Zaag een plank"}
    put(store, 1, title="Zaag 2 planken")
    assert titles(index) == {"Zaag 2 planken"}


def test_without_a_change_the_same_index_answers(sqlite_store: Store) -> None:
    index = CurrentIndex(sqlite_store.work)
    assert index.get() is index.get()


def test_a_large_catalogue_answers_with_its_first_items_until_everything_is_there(sqlite_store: Store, large: CurrentIndex) -> None:
    put(sqlite_store, *range(25))
    assert len(large.get()) in (10, 25)
    large.wait()
    assert len(large.get()) == 25


def test_while_a_large_catalogue_is_indexed_anew_the_former_index_answers(sqlite_store: Store, large: CurrentIndex) -> None:
    put(sqlite_store, *range(12))
    large.get()
    large.wait()
    put(sqlite_store, *range(12), title="Zaag 2 planken")
    assert titles(large) in ({"Zaag een plank"}, {"Zaag 2 planken"})
    large.wait()
    assert titles(large) == {"Zaag 2 planken"}


def test_more_items_than_fit_on_a_page_are_all_indexed(store: Store) -> None:
    put(store, *range(1_203))
    index = CurrentIndex(store.work).get()
    assert len(index) == 1_203
    assert index.by_id("test/01202") is not None
