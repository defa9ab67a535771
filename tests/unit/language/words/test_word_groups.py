from pathlib import Path

import pytest

from bot.errors import BadText
from bot.language.safety.lists import DATA
from bot.language.words.phrases import expand
from bot.language.words.word_groups import read_grouped
from bot.language.words.yaml_files import read_mapping

GROUPED = ("rights.yml", "crisis.yml")
LONGEST = 145
"""Signs in a line that somebody still reads."""


def written(folder: Path, text: str) -> Path:
    path = folder / "some.yml"
    path.write_text(text, "utf-8")
    return path


def test_a_name_stands_for_the_words_of_its_group(tmp_path: Path) -> None:
    path = written(tmp_path, "words:\n  away: [wis, gooi weg]\nasked:\n  nl:\n    - (<away>|schrap) alles\n")
    (pattern,) = read_grouped(path)["asked"]["nl"]
    assert expand(pattern) == ["wis alles", "gooi weg alles", "schrap alles"]


def test_a_file_without_groups_is_as_it_stands(tmp_path: Path) -> None:
    assert read_grouped(written(tmp_path, "a: [b, 1]\nc: {d: e}\n")) == {"a": ["b", 1], "c": {"d": "e"}}


def test_a_name_that_is_no_group_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadText, match="away"):
        read_grouped(written(tmp_path, "asked: [(<away>) alles]\n"))


@pytest.mark.parametrize("name", GROUPED)
def test_every_group_is_used(name: str) -> None:
    text = (DATA / name).read_text("utf-8")
    assert all(f"<{group}>" in text for group in read_mapping(DATA / name)["words"])


@pytest.mark.parametrize("name", GROUPED)
def test_a_line_of_the_list_can_be_read(name: str) -> None:
    assert max(map(len, (DATA / name).read_text("utf-8").splitlines())) <= LONGEST
