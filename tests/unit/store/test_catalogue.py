from decimal import Decimal
from threading import Barrier, Thread

from bot.catalogue.ports import Stored
from bot.store.work import Store
from tests.unit.catalogue.conftest import make_item


def test_an_item_comes_back_as_it_went_in(store: Store) -> None:
    item = make_item("x", price=Decimal("12.34"), interests=("hout", "tuin"), place="Zwolle", region="AM36", minutes=None)
    with store.work() as work:
        work.items.upsert([item])
    with store.work() as work:
        assert work.items.by_id("test/x") == item
        assert work.items.by_id("test/y") is None
        assert work.items.by_id("nonsense") is None


def test_the_revision_changes_with_every_change_and_only_then(store: Store) -> None:
    seen = []
    for items in ([make_item("a")], [make_item("a")], [make_item("a", title="Anders")], [make_item("b")]):
        with store.work() as work:
            work.items.upsert(items)
            seen.append(work.items.revision())
    assert seen[0] == seen[1]
    assert len(set(seen)) == 3
    with store.work() as work:
        assert work.items.remove_missing("test", {"a"}) == 1
        assert work.items.revision() not in seen
        last = work.items.revision()
        assert work.items.remove_missing("test", {"a"}) == 0
        assert work.items.revision() == last


def test_items_are_counted_per_source(store: Store) -> None:
    with store.work() as work:
        assert work.items.upsert([]) == Stored(0, 0)
        assert work.items.upsert([make_item("a"), make_item("b"), make_item("c", source="other")]) == Stored(3, 0)
        assert (work.items.count(), work.items.count("test"), work.items.count("none")) == (3, 2, 0)


def test_two_imports_at_once_store_every_item_once(store: Store) -> None:
    together = Barrier(4)
    stored: list[Stored] = []

    def bring_in() -> None:
        together.wait()
        with store.work() as work:
            stored.append(work.items.upsert([make_item(str(number)) for number in range(20)]))

    threads = [Thread(target=bring_in) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(each.added for each in stored) == [0, 0, 0, 20]
    with store.work() as work:
        assert work.items.count() == 20
