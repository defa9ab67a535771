"""A CSV file that somebody brings to the console."""

from decimal import Decimal
from pathlib import Path

import pytest

from bot.catalogue import source_imports
from bot.catalogue.importers.one_at_a_time import alone
from bot.catalogue.models import Item
from bot.catalogue.source_imports import UPLOADED, SourceImports
from bot.catalogue.sources import Format, Import, ImportState, Rejected, Source
from bot.errors import ImportGoingOn
from bot.store.work import Store

SAMPLE = Path("tests/samples/catalogue.csv")


def stored(store: Store) -> list[Item]:
    with store.work() as work:
        return work.items.all()


def upload(imports: SourceImports, file: Path = SAMPLE) -> Import:
    return imports.upload(file, "aanbod.csv")


def refused(store: Store, done: Import) -> list[Rejected]:
    with store.work() as work:
        return work.imports.refused(done.id, 10)


def test_the_sample_file_of_the_manual_is_taken_in_whole(imports: SourceImports, store: Store) -> None:
    done = upload(imports)
    assert (done.state, done.added, done.refused) == (ImportState.DONE, 3, 0)
    by_id = {item.id: item for item in stored(store)}
    assert by_id["csv/houtcafe"].price == Decimal(5)
    assert by_id["csv/houtcafe"].region == "AM36"
    assert by_id["csv/vraag-de-planner"].is_free
    assert by_id["csv/lassen-1"].price is None


def test_the_same_file_twice_changes_nothing(imports: SourceImports, store: Store) -> None:
    upload(imports)
    with store.work() as work:
        before = work.items.revision()
    again = upload(imports)
    assert (again.added, again.changed, again.unchanged, again.accepted) == (0, 0, 3, 3)
    with store.work() as work:
        assert work.items.revision() == before


def test_a_changed_row_changes_its_item_only(imports: SourceImports, store: Store, tmp_path: Path) -> None:
    upload(imports)
    changed = tmp_path / "changed.csv"
    changed.write_text(SAMPLE.read_text("utf-8").replace("5,00", "7,50"), "utf-8")
    done = upload(imports, changed)
    assert (done.added, done.changed, done.unchanged) == (0, 1, 2)
    assert {item.price for item in stored(store)} == {Decimal("7.50"), Decimal(0), None}


def test_a_bad_row_is_named_and_the_rest_goes_in(imports: SourceImports, store: Store, tmp_path: Path) -> None:
    rows = SAMPLE.read_text("utf-8").splitlines()
    path = tmp_path / "bad.csv"
    path.write_text("\n".join([rows[0], rows[1].replace("leerplek", "feest"), rows[2], rows[2], rows[3]]), "utf-8")
    done = upload(imports, path)
    assert refused(store, done) == [Rejected(2, "import_bad_kind", "feest"), Rejected(4, "import_twice", "vraag-de-planner")]
    assert [item.source_id for item in stored(store)] == ["lassen-1", "vraag-de-planner"]


def test_items_that_are_not_in_the_file_stay(imports: SourceImports, store: Store, tmp_path: Path) -> None:
    upload(imports)
    only_one = tmp_path / "one.csv"
    only_one.write_text("\n".join(SAMPLE.read_text("utf-8").splitlines()[:2]), "utf-8")
    assert upload(imports, only_one).state is ImportState.DONE
    assert len(stored(store)) == 3


def test_two_sources_keep_their_own_items_and_what_is_the_same_is_shown_once(imports: SourceImports, store: Store) -> None:
    upload(imports)
    with store.work() as work:
        work.sources.save(Source("regio", Format.CSV, str(SAMPLE)))
    imports.run("regio")
    with store.work() as work:
        assert work.items.count() == 6
    assert {item.id: [other.item_id for other in item.also_at] for item in stored(store)} == {
        "csv/houtcafe": ["regio/houtcafe"],
        "csv/lassen-1": ["regio/lassen-1"],
        "csv/vraag-de-planner": [],
        "regio/vraag-de-planner": [],
    }


def test_a_file_that_is_no_catalogue_changes_nothing(imports: SourceImports, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "letter.csv"
    path.write_text("Beste lezer,\n", "utf-8")
    done = upload(imports, path)
    assert (done.state, done.problem) == (ImportState.FAILED, "import_other_header")
    assert stored(store) == []


def test_a_long_file_is_stored_in_batches(imports: SourceImports, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_imports, "BATCH", 10)
    rows = SAMPLE.read_text("utf-8").splitlines()
    path = tmp_path / "long.csv"
    path.write_text("\n".join([rows[0], *(rows[2].replace("vraag-de-planner", f"v{n}") for n in range(25))]), "utf-8")
    assert upload(imports, path).added == 25
    assert len(stored(store)) == 25


def test_a_file_is_read_with_the_columns_that_are_kept_and_changes_nothing_about_the_source(
    imports: SourceImports, store: Store, tmp_path: Path
) -> None:
    kept = Source(UPLOADED, Format.CSV, "https://school.voorbeeld.nl/aanbod.csv", tenant="bakkerij", columns={"Cursusnaam": "titel"})
    with store.work() as work:
        work.sources.save(kept)
    theirs = tmp_path / "theirs.csv"
    theirs.write_text(SAMPLE.read_text("utf-8").replace("titel", "Cursusnaam", 1), "utf-8")
    assert upload(imports, theirs).added == 3
    assert {item.tenant for item in stored(store)} == {"bakkerij"}
    with store.work() as work:
        assert work.sources.by_name(UPLOADED) == kept


def test_two_files_are_not_brought_in_at_once(imports: SourceImports, tmp_path: Path) -> None:
    with alone(tmp_path / "kept", UPLOADED), pytest.raises(ImportGoingOn):
        upload(imports)
