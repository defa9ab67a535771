from pathlib import Path

import pytest

from bot.errors import BadText
from bot.language.words import word_lists
from bot.language.words.word_lists import WordLists


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WordLists:
    (tmp_path / "some.yml").write_text("drop: [haal weg]\nmove: [(zet|schuif) het]\nsmall: [nooit, alles]\n", "utf-8")
    monkeypatch.setattr(word_lists, "LISTS", tmp_path)
    return WordLists("some")


def test_a_list_is_had_as_it_stands_in_the_file(lists: WordLists) -> None:
    assert lists["drop"] == ["haal weg"]
    assert list(lists) == ["drop", "move", "small"]


def test_the_words_of_a_list_are_squeezed(lists: WordLists) -> None:
    assert lists.words("small") == {"noit", "ales"}


def test_a_list_of_phrases_finds_them(lists: WordLists) -> None:
    assert lists.spotter("move").found(("nu", "schuif", "het")) == (1, 3)


def test_the_first_name_whose_list_fits_is_the_answer(lists: WordLists) -> None:
    words = ("zet", "het", "of", "hal", "weg")
    assert lists.first(lists, words) == "drop"
    assert lists.first(("move", "drop"), words) == "move"
    assert lists.first(("move",), ("hal", "weg")) is None


def test_a_file_is_read_once_and_not_before_it_is_needed(lists: WordLists, tmp_path: Path) -> None:
    assert lists["small"]
    (tmp_path / "some.yml").unlink()
    assert lists.words("small")
    (tmp_path / "bad.yml").write_text("- no mapping\n", "utf-8")
    bad = WordLists("bad")
    with pytest.raises(BadText):
        bad["drop"]
