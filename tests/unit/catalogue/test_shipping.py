from pathlib import Path

import pytest

from bot.catalogue import shipping
from bot.catalogue.models import Item
from bot.catalogue.shipping import DemoCatalogue
from bot.catalogue.source_imports import SourceImports
from bot.errors import BadRecord
from bot.store.work import Store
from tests.unit.catalogue.conftest import demo_items

SAMPLE = Path("tests/samples/catalogue.csv")


def stored(store: Store) -> list[Item]:
    with store.work() as work:
        return work.items.all()


def test_the_demo_catalogue_is_stored_as_it_is_written_and_only_once(demo: DemoCatalogue, store: Store) -> None:
    demo.load()
    with store.work() as work:
        before = work.items.revision()
    demo.load()
    with store.work() as work:
        assert work.items.revision() == before
    assert sorted(stored(store), key=lambda item: item.id) == sorted(demo_items(), key=lambda item: item.id)


def test_a_demo_item_that_is_no_longer_shipped_disappears(
    demo: DemoCatalogue, imports: SourceImports, store: Store, monkeypatch: pytest.MonkeyPatch, raw: dict[str, object]
) -> None:
    imports.upload(SAMPLE, "aanbod.csv")
    monkeypatch.setattr(shipping, "read_demo", lambda: [(1, raw), (2, {**raw, "id": "b"})])
    demo.load()
    monkeypatch.setattr(shipping, "read_demo", lambda: [(1, raw)])
    demo.load()
    assert [item.id for item in stored(store) if item.source == "demo"] == ["demo/plank-zagen"]
    assert len(stored(store)) == 4


def test_an_empty_demo_removes_nothing(demo: DemoCatalogue, store: Store, monkeypatch: pytest.MonkeyPatch, raw: dict[str, object]) -> None:
    monkeypatch.setattr(shipping, "read_demo", lambda: [(1, raw)])
    demo.load()
    monkeypatch.setattr(shipping, "read_demo", list)
    demo.load()
    assert len(stored(store)) == 1


def test_a_wrong_demo_item_is_our_mistake_and_changes_nothing(
    demo: DemoCatalogue, store: Store, monkeypatch: pytest.MonkeyPatch, raw: dict[str, object]
) -> None:
    monkeypatch.setattr(shipping, "read_demo", lambda: [(1, raw), (2, {**raw, "kind": "feest"})])
    with pytest.raises(BadRecord):
        demo.load()
    assert stored(store) == []
