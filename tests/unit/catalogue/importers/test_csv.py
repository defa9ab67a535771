from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.catalogue.importers.csv import encoding_of, read_csv
from bot.errors import BadRecord, FeedRefused

SAMPLE = Path("tests/samples/catalogue.csv")
HEADER = "id;titel;soort\n"


def written(folder: Path, content: str, encoding: str = "utf-8") -> Path:
    path = folder / "catalogue.csv"
    path.write_bytes(content.encode(encoding))
    return path


def titles(path: Path) -> list[str]:
    return [record["title"] for _, record in read_csv(path) if not isinstance(record, BadRecord)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_file_is_read_in_any_encoding_a_spreadsheet_writes(encoding: str, tmp_path: Path) -> None:
    path = written(tmp_path, SAMPLE.read_text("utf-8"), encoding)
    assert encoding_of(path) == encoding
    assert titles(path)[0] == "Loop binnen bij het houtcafé"


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_any_common_separator_and_line_end_will_do(separator: str, newline: str, tmp_path: Path) -> None:
    content = f"id{separator}titel{newline}a{separator}Zaag een plank{newline}b{separator}Schuur{newline}"
    assert titles(written(tmp_path, content)) == ["Zaag een plank", "Schuur"]


def test_dutch_names_and_values_are_understood() -> None:
    lines = dict(read_csv(SAMPLE))
    assert list(lines) == [2, 3, 4]
    assert lines[2]["delivery"] == "onsite"
    assert lines[2]["provider"] == {
        "name": "Voorbeeld: Het Houtcafé",
        "url": "https://voorbeeld.nl",
        "example": "ja",
        "last_verified": "2026-11-01",
    }
    assert lines[2]["smallest_step"] == {"text": "Kies wat je wilt maken.", "minutes": "3"}
    assert lines[3]["delivery"] == "workplace"
    assert lines[3]["price"] == "0"
    assert lines[4]["price"] == ""


def test_column_names_may_be_written_loosely_and_unknown_columns_are_ignored(tmp_path: Path) -> None:
    assert titles(written(tmp_path, " ID ;Eerste  stap; TITEL;kleur\na;b;Zaag;rood\n")) == ["Zaag"]


def test_empty_rows_are_skipped_and_lines_keep_their_number(tmp_path: Path) -> None:
    path = written(tmp_path, HEADER + '\n;;\na;"Zaag\neen plank";klus\nb;Schuur;klus\n')
    assert [line for line, _ in read_csv(path)] == [5, 6]


def test_a_short_row_misses_fields_and_a_long_one_has_them_ignored(tmp_path: Path) -> None:
    records = [record for _, record in read_csv(written(tmp_path, HEADER + "a\nb;Schuur;klus;extra;meer\n"))]
    assert "title" not in records[0]
    assert records[1]["title"] == "Schuur"


def test_a_field_that_is_far_too_large_costs_only_its_row(tmp_path: Path) -> None:
    path = written(tmp_path, HEADER + "a;" + "x" * 1_000_001 + ";klus\nb;Schuur;klus\n")
    records = list(read_csv(path))
    assert isinstance(records[0][1], BadRecord)
    assert records[0][1].code == "import_unreadable_row"
    assert titles(path) == ["Schuur"]


@pytest.mark.parametrize("content", ["", "\n", "\x00\x01\x02", "x" * 2_000_000])
def test_a_file_without_names_of_columns_is_refused(content: str, tmp_path: Path) -> None:
    with pytest.raises(FeedRefused) as refused:
        list(read_csv(written(tmp_path, content)))
    assert refused.value.code == "import_no_header"


@pytest.mark.parametrize("content", ["Aanbod\nnaam;prijs\na;b\n", "naam;prijs\n" + "a;b\n" * 20 + HEADER])
def test_a_file_with_other_columns_is_refused_with_their_names(content: str, tmp_path: Path) -> None:
    with pytest.raises(FeedRefused) as refused:
        list(read_csv(written(tmp_path, content)))
    assert (refused.value.code, refused.value.detail) == ("import_other_header", "naam, prijs")


@pytest.mark.parametrize("above", ["sep=;\n", "Aanbod 2027, Almere, voorjaar, najaar\n\n"])
def test_what_stands_above_the_names_of_the_columns_is_passed_over(above: str, tmp_path: Path) -> None:
    path = written(tmp_path, above + '"id";titel;soort\na;"Zaag, een, plank, of, niet";klus\n')
    assert titles(path) == ["Zaag, een, plank, of, niet"]
    assert [line for line, _ in read_csv(path)] == [above.count("\n") + 2]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400))
def test_any_bytes_after_the_header_give_records_or_reasons(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "catalogue.csv"
    path.write_bytes(HEADER.encode() + content)
    for line, _ in read_csv(path):
        assert line >= 2
