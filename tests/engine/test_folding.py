"""Folding needs no Rasa, so it is tested here directly."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

_PATH = Path(__file__).parent.parent.parent / "engine" / "components" / "folding.py"
_SPEC = importlib.util.spec_from_file_location("folding", _PATH)
assert _SPEC
assert _SPEC.loader
folding = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(folding)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("  Jaaaaa   HOOR ", "jaa hoor"),
        ("ｈｏｉ", "hoi"),
        ("stopppp", "stopp"),
        ("hoi\n\ndaar", "hoi daar"),
        ("", ""),
        ("\ufdfa" * 5000, None),
    ],
)
def test_text_is_made_plain(written: str, folded: str | None) -> None:
    assert folding.fold(written) == folded if folded is not None else len(folding.fold(written)) <= folding.MAX_CHARACTERS


@given(st.text(max_size=2000))
def test_folded_text_is_never_long_and_folds_to_itself(written: str) -> None:
    once = folding.fold(written)
    assert len(once) <= folding.MAX_CHARACTERS * 2
    assert folding.fold(folding.fold(once)) == folding.fold(once)
