import json
from pathlib import Path

from bench.report import RESULTS, Row, as_table, write


def test_a_result_names_the_machine_the_moment_and_each_row_beside_its_baseline(tmp_path: Path) -> None:
    file = write("speed", [Row("p50", 5.0, "ms", 20.0), Row("size", 3.0, "MB")], tmp_path)
    kept = json.loads(file.read_text("utf-8"))
    assert set(kept) == {"machine", "when", "rows"}
    assert kept["rows"] == [
        {"name": "p50", "value": 5.0, "unit": "ms", "baseline": 20.0, "ratio": 0.25},
        {"name": "size", "value": 3.0, "unit": "MB", "baseline": None, "ratio": None},
    ]


def test_what_a_number_is_made_of_may_stand_beside_it(tmp_path: Path) -> None:
    kept = json.loads(write("kill", [Row("unknown", 2, "count")], tmp_path, details={"unknown": [4, 9]}).read_text("utf-8"))
    assert kept["details"] == {"unknown": [4, 9]}


def test_a_table_leaves_open_what_was_not_measured() -> None:
    assert as_table([Row("size", 1234.5, "MB")]).splitlines()[-1] == "| size | 1,234 | MB |  |  |"


def test_every_kept_result_has_the_one_shape() -> None:
    for file in RESULTS.glob("*.json"):
        kept = json.loads(file.read_text("utf-8"))
        assert set(kept) - {"note", "details"} == {"machine", "when", "rows"}, file
        assert all(set(row) == {"name", "value", "unit", "baseline", "ratio"} for row in kept["rows"]), file
