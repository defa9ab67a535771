"""The table of traps names tests that exist."""

import re
from pathlib import Path

TABLE = Path("docs/reference/traps.md")
FOLDER = Path("tests/unit/catalogue/importers")
NAMED = re.compile(r"`([\w/]+\.py)::(test_\w+)`")


def rows() -> list[str]:
    return [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("| ") and not line.startswith("| trap |")]


def test_every_trap_names_its_test() -> None:
    assert len(rows()) > 40
    assert [row for row in rows() if not NAMED.search(row) and "the same test" not in row] == []


def test_every_test_that_is_named_exists() -> None:
    named = [(Path(file) if "/" in file else FOLDER / file, test) for row in rows() for file, test in NAMED.findall(row)]
    assert [test for file, test in named if f"\ndef {test}(" not in file.read_text("utf-8")] == []
