from decimal import Decimal
from pathlib import Path

import pytest

from bot.catalogue import importing
from bot.catalogue.importing import ImportService
from bot.catalogue.models import Item
from bot.catalogue.sources import Rejected
from bot.errors import BadRecord
from bot.store.work import Store
from tests.unit.catalogue.conftest import demo_items

SAMPLE = Path("tests/samples/catalogue.csv")


def stored(store: Store) -> list[Item]:
    with store.work() as work:
        return work.items.all()


def test_the_sample_file_of_the_manual_is_taken_in_whole(imports: ImportService, store: Store) -> None:
    report = imports.csv(SAMPLE)
    assert (report.added, report.rejected) == (3, [])
    by_id = {item.id: item for item in stored(store)}
    assert by_id["csv/houtcafe"].price == Decimal(5)
    assert by_id["csv/houtcafe"].region == "AM36"
    assert by_id["csv/vraag-de-planner"].is_free
    assert by_id["csv/lassen-1"].price is None


def test_the_same_import_twice_changes_nothing(imports: ImportService, store: Store) -> None:
    imports.csv(SAMPLE)
    with store.work() as work:
        before = work.items.revision()
    again = imports.csv(SAMPLE)
    assert (again.added, again.changed, again.unchanged, again.accepted) == (0, 0, 3, 3)
    with store.work() as work:
        assert work.items.revision() == before


def test_a_changed_row_changes_its_item_only(imports: ImportService, store: Store, tmp_path: Path) -> None:
    imports.csv(SAMPLE)
    changed = tmp_path / "changed.csv"
    changed.write_text(SAMPLE.read_text("utf-8").replace("5,00", "7,50"), "utf-8")
    report = imports.csv(changed)
    assert (report.added, report.changed, report.unchanged) == (0, 1, 2)
    assert {item.price for item in stored(store)} == {Decimal("7.50"), Decimal(0), None}


def test_a_bad_row_is_named_and_the_rest_goes_in(imports: ImportService, store: Store, tmp_path: Path) -> None:
    rows = SAMPLE.read_text("utf-8").splitlines()
    path = tmp_path / "bad.csv"
    path.write_text("\n".join([rows[0], rows[1].replace("leerplek", "feest"), rows[2], rows[2], rows[3]]), "utf-8")
    report = imports.csv(path)
    assert report.rejected == [Rejected(2, "import_bad_kind", "feest"), Rejected(4, "import_twice", "vraag-de-planner")]
    assert [item.source_id for item in stored(store)] == ["lassen-1", "vraag-de-planner"]


def test_items_that_are_not_in_the_file_stay(imports: ImportService, store: Store, tmp_path: Path) -> None:
    imports.csv(SAMPLE)
    only_one = tmp_path / "one.csv"
    only_one.write_text("\n".join(SAMPLE.read_text("utf-8").splitlines()[:2]), "utf-8")
    imports.csv(only_one)
    assert len(stored(store)) == 3


def test_two_sources_keep_their_own_items_and_what_is_the_same_is_shown_once(imports: ImportService, store: Store) -> None:
    imports.csv(SAMPLE)
    imports.csv(SAMPLE, source="regio")
    with store.work() as work:
        assert work.items.count() == 6
    assert {item.id: [other.item_id for other in item.also_at] for item in stored(store)} == {
        "csv/houtcafe": ["regio/houtcafe"],
        "csv/lassen-1": ["regio/lassen-1"],
        "csv/vraag-de-planner": [],
        "regio/vraag-de-planner": [],
    }


def test_a_file_that_is_no_catalogue_changes_nothing(imports: ImportService, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "letter.csv"
    path.write_text("Beste lezer,\n", "utf-8")
    with pytest.raises(BadRecord):
        imports.csv(path)
    assert stored(store) == []


def test_the_demo_catalogue_is_stored_as_it_is_written_and_only_once(imports: ImportService, store: Store) -> None:
    first, second = imports.demo(), imports.demo()
    assert first.rejected == second.rejected == []
    assert (first.added, second.added, second.changed) == (len(demo_items()), 0, 0)
    assert sorted(stored(store), key=lambda item: item.id) == sorted(demo_items(), key=lambda item: item.id)


def test_a_demo_item_that_is_no_longer_shipped_disappears(
    imports: ImportService, store: Store, monkeypatch: pytest.MonkeyPatch, raw: dict[str, object]
) -> None:
    imports.csv(SAMPLE)
    monkeypatch.setattr(importing, "read_demo", lambda: [(1, raw), (2, {**raw, "id": "b"})])
    imports.demo()
    monkeypatch.setattr(importing, "read_demo", lambda: [(1, raw)])
    assert imports.demo().removed == 1
    assert [item.id for item in stored(store) if item.source == "demo"] == ["demo/plank-zagen"]
    assert len(stored(store)) == 4


def test_an_empty_demo_removes_nothing(
    imports: ImportService, store: Store, monkeypatch: pytest.MonkeyPatch, raw: dict[str, object]
) -> None:
    monkeypatch.setattr(importing, "read_demo", lambda: [(1, raw)])
    imports.demo()
    monkeypatch.setattr(importing, "read_demo", list)
    assert imports.demo().removed == 0
    assert len(stored(store)) == 1


def test_a_long_file_is_stored_in_batches(imports: ImportService, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH", 10)
    rows = SAMPLE.read_text("utf-8").splitlines()
    path = tmp_path / "long.csv"
    path.write_text("\n".join([rows[0], *(rows[2].replace("vraag-de-planner", f"v{n}") for n in range(25))]), "utf-8")
    assert imports.csv(path).added == 25
    assert len(stored(store)) == 25
