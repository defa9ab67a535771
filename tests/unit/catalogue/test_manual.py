"""The manual for administrators names exactly what an import understands."""

import re
from pathlib import Path

import pytest

from bot.catalogue.importers.csv import read_csv
from bot.catalogue.interests import load_interests
from bot.catalogue.models import Kind
from bot.catalogue.vocabulary import LEVELS, PARTS_OF_DAY, PROOFS, THEMES
from bot.language.words.yaml_files import read_mapping

MANUAL = Path("docs/howto/catalogus-importeren.md").read_text("utf-8")
CODES = set(re.findall(r"`([^`]+)`", MANUAL))
COLUMNS = set(read_mapping(Path("bot/catalogue/data/csv_columns.yml"))["columns"])


@pytest.mark.parametrize(
    "words",
    [COLUMNS, set(Kind), THEMES, PARTS_OF_DAY, PROOFS - {"none"}, LEVELS - {"none", "mbo2", "mbo3"}, set(load_interests().tags)],
    ids=["columns", "kinds", "themes", "parts of the day", "proofs", "levels", "topics"],
)
def test_the_manual_names_every_word_an_import_understands(words: set[str]) -> None:
    assert words - CODES == set()


def test_the_sample_file_shows_every_column_but_the_region_and_the_rare_ones() -> None:
    header = Path("tests/samples/catalogue.csv").read_text("utf-8").splitlines()[0].split(";")
    rows = MANUAL.split("### Deze kolommen heb je zelden nodig\n")[1].split("\n\n")[0].splitlines()
    rare = {name for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])}
    assert set(header) == COLUMNS - {"regio"} - rare
    assert len(list(read_csv(Path("tests/samples/catalogue.csv")))) == 3
