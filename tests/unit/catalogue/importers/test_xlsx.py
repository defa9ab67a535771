import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from bot.catalogue.importers import xlsx
from bot.catalogue.importers.columns import Columns
from bot.catalogue.importers.csv import read_csv
from bot.catalogue.importers.xlsx import read_xlsx
from bot.errors import FeedRefused
from tests.unit.catalogue.importers.conftest import taken

THEIRS = Columns(
    {"Nr": "id", "Naam cursus": "titel", "Kosten": "prijs", "Locatie": "plaats", "Begint": "start", "=soort": "cursus", "=waar": "locatie"}
)
ROWS = [
    ["Nr", "Naam cursus", "Kosten", "Locatie", "Begint", "Intern"],
    [
        1001,
        "Lassen",
        249.5,
        "Zwolle",
        datetime(2026, 4, 1),  # noqa: DTZ001  # as Excel has it
        "geheim",
    ],
    [None, None, None, None, None, None],
    [1002.0, "Tuinieren", None, "Almere", date(2026, 5, 1), None],
]


def workbook(folder: Path, rows: list[list[object]]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / "aanbod.xlsx")
    return folder / "aanbod.xlsx"


def test_a_sheet_with_the_columns_of_a_provider_becomes_items(tmp_path: Path) -> None:
    read = list(read_xlsx(workbook(tmp_path, ROWS), THEIRS))
    assert [row for row, _ in read] == [2, 4]
    lassen, tuinieren = taken(*(value for _, value in read)).items.values()
    assert (lassen.source_id, lassen.title, lassen.price, lassen.place) == ("1001", "Lassen", Decimal("249.50"), "Zwolle")
    assert lassen.runs[0].start == date(2026, 4, 1)
    assert (tuinieren.source_id, tuinieren.price, tuinieren.kind) == ("1002", None, "cursus")


def test_a_title_of_merged_cells_may_stand_above_the_columns(tmp_path: Path) -> None:
    file = workbook(tmp_path, [["Aanbod 2027"], [], *ROWS])
    book = load_workbook(file)
    book.active.merge_cells("A1:F1")
    book.save(file)
    assert [row for row, _ in read_xlsx(file, THEIRS)] == [4, 6]


def test_the_same_columns_work_for_a_csv(tmp_path: Path) -> None:
    file = tmp_path / "aanbod.csv"
    file.write_text("Nr;Naam cursus;Kosten;Locatie;Begint\n1001;Lassen;€ 1.249,50;Zwolle;01-04-2026\n", "utf-8")
    (item,) = taken(*(value for _, value in read_csv(file, THEIRS))).items.values()
    assert (item.price, item.runs[0].start) == (Decimal("1249.50"), date(2026, 4, 1))


def test_an_unknown_column_of_ours_is_named() -> None:
    with pytest.raises(FeedRefused) as refused:
        Columns({"Naam": "bestaat-niet"})
    assert (refused.value.code, refused.value.detail) == ("import_unknown_column", "bestaat-niet")


def test_a_sheet_without_the_needed_columns_is_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(FeedRefused) as refused:
        list(read_xlsx(workbook(tmp_path, [["Beste lezer"]]), THEIRS))
    assert refused.value.code == "import_other_header"


@pytest.mark.parametrize("content", [b"", b"geen excel", b"PK\x03\x04stuk"])
def test_what_is_no_excel_file_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(content)
    with pytest.raises(FeedRefused) as refused:
        list(read_xlsx(tmp_path / "x.xlsx", THEIRS))
    assert refused.value.code == "import_no_xlsx"


def test_a_zip_without_a_workbook_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.xlsx", "w") as packed:
        packed.writestr("brief.txt", "hallo")
    with pytest.raises(FeedRefused):
        list(read_xlsx(tmp_path / "x.xlsx", THEIRS))


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_a_zip_bomb_is_refused_before_it_is_unpacked(part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MOST_UNPACKED", 1024 * 1024)
    monkeypatch.setattr(xlsx, "_MOST_SHARED", 500_000)
    file = workbook(tmp_path, ROWS)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(f"{part}" if "shared" in part else "xl/extra.xml", b"0" * 2_000_000)
    with pytest.raises(FeedRefused) as refused:
        list(read_xlsx(file, THEIRS))
    assert (refused.value.code, refused.value.detail) == ("import_bomb", "1")


def test_entities_in_a_sheet_are_refused(tmp_path: Path) -> None:
    file = workbook(tmp_path, ROWS)
    bomb = '<!DOCTYPE x [<!ENTITY a "haha">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>&a;</sheetData></worksheet>'
    hostile = tmp_path / "hostile.xlsx"
    with zipfile.ZipFile(file) as good, zipfile.ZipFile(hostile, "w") as bad:
        for part in good.namelist():
            bad.writestr(part, bomb if part.endswith("sheet1.xml") else good.read(part))
    with pytest.raises(FeedRefused):
        list(read_xlsx(hostile, THEIRS))
