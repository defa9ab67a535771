from pathlib import Path

import pytest

from bot.errors import BadText, UnknownText
from bot.language.saying.texts import Texts, load_texts
from bot.registers import Register


def folder_with(path: Path, **files: str) -> Path:
    for name, content in files.items():
        (path / f"{name}.yml").write_text(content, encoding="utf-8")
    return path


def test_a_text_gets_its_variables_filled_in() -> None:
    assert Texts({"hello": "Hoi {name}, nog {count} over."})("hello", name="Jo", count=2) == "Hoi Jo, nog 2 over."


def test_a_value_with_braces_is_not_looked_into() -> None:
    assert Texts({"wish": "Je wilt {wish}."})("wish", wish="{evil}") == "Je wilt {evil}."


def test_a_text_is_worded_for_a_register() -> None:
    texts = Texts({"ask": {Register.JE: "Wat wil je?", Register.U: "Wat wilt u?"}, "ok": "Goed."})
    assert [texts.speaking(register)("ask") for register in Register] == ["Wat wil je?", "Wat wilt u?", "Wat wil je?"]
    assert texts.speaking(Register.U)("ok") == "Goed."
    assert texts("ask") == "Wat wil je?"


def test_every_wording_gets_its_variables(tmp_path: Path) -> None:
    texts = load_texts(folder_with(tmp_path, one="hi:\n  je: Hoi {name}\n  u: Dag"))
    assert texts.speaking(Register.U)("hi", name="Jo") == "Dag"
    with pytest.raises(BadText, match="name"):
        texts.speaking(Register.U)("hi")


@pytest.mark.parametrize("content", ["hi:\n  u: Dag", "hi:\n  je: Hoi\n  jij: Hoi", "hi:\n  je: Hoi\n  u: 3"])
def test_a_wording_without_je_or_for_an_unknown_register_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(BadText):
        load_texts(folder_with(tmp_path, one=content))


def test_an_unknown_key_is_an_error_that_names_it() -> None:
    with pytest.raises(UnknownText, match="nope"):
        Texts({})("nope")


def test_a_missing_variable_is_an_error_that_names_it() -> None:
    with pytest.raises(BadText, match="name"):
        Texts({"hello": "Hoi {name}"})("hello", other="x")


@pytest.mark.parametrize("text", ["{a.b}", "{a[0]}", "{}", "{0}", "{open", "los }"])
def test_a_text_may_not_reach_into_what_it_is_given(text: str) -> None:
    with pytest.raises(BadText):
        Texts({"key": text})


def test_the_same_key_in_two_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadText, match="twice_there"):
        load_texts(folder_with(tmp_path, one="twice_there: a", two="twice_there: b"))


def test_the_same_key_twice_in_one_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadText, match="twice_here"):
        load_texts(folder_with(tmp_path, one="twice_here: a\ntwice_here: b"))


@pytest.mark.parametrize("content", ["- a\n- b", "key: [a]", "key: 3", "key:"])
def test_what_is_no_text_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(BadText):
        load_texts(folder_with(tmp_path, one=content))


def test_all_files_together_are_one_collection(tmp_path: Path) -> None:
    texts = load_texts(folder_with(tmp_path, one="a: eerste", two="b: tweede", three=""))
    assert texts.keys() == ["a", "b"]
    assert "a" in texts
    assert "c" not in texts


def test_the_texts_of_the_product_load() -> None:
    assert "crisis_help" in load_texts()
