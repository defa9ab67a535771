"""What each patch of Rasa is worth, as it is written down."""

import re

import pytest

from bench.dialogue.patches import ALL, NOT_FOR_SPEED, PAGE, Worth, as_page, best, patches, rows_of
from engine import patches as engine_patches

WORTHS = {ALL: Worth(20.0, 3.0, 300), "buttons": Worth(26.0, 3.1, 301), "left_out": Worth(20.1, 9.0, 620)}


def test_every_patch_is_measured_or_says_why_not() -> None:
    applied = {*engine_patches.BEFORE_IMPORT, *engine_patches.AFTER_IMPORT}
    assert {*patches(), *NOT_FOR_SPEED} == applied
    assert set(patches()).isdisjoint(NOT_FOR_SPEED)


def test_what_a_patch_saves_stands_beside_all_of_them() -> None:
    rows = {(row.name, row.unit): row for row in rows_of(WORTHS)}
    assert rows["without buttons", "processor ms a message"].ratio == pytest.approx(1.3)
    assert rows["without left_out", "processor s until the first answer"].ratio == 3.0


def test_the_page_begins_with_what_saves_most() -> None:
    lines = [line for line in as_page(WORTHS).splitlines() if line.startswith("| `")]
    assert lines == ["| `buttons` | +6.0 ms | +0.1 s | +1 MB |", "| `left_out` | +0.1 ms | +6.0 s | +320 MB |"]


def test_the_least_of_several_times_counts() -> None:
    assert best([Worth(5, 2, 100), Worth(4, 3, 90)]) == Worth(4, 2, 90)


def test_the_page_names_every_patch_there_is_and_no_other() -> None:
    named = {
        name for line in PAGE.read_text("utf-8").splitlines() if line.startswith(("| `", "- `")) for name in re.findall(r"`(\w+)`", line)
    }
    assert named == {*patches(), *NOT_FOR_SPEED}
