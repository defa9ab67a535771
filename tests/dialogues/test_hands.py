"""The hands that conversations are typed by, without a model."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dialogues.hands import HANDS, slips
from tests.dialogues.own_words import are_in, is_same
from tests.dialogues.responses import read
from tests.dialogues.test_conversations import CONVERSATIONS, typed

LONG_WORD = re.compile(r"[^\W\d_]{4,}")


@given(st.text(max_size=80), st.sampled_from(sorted(HANDS)))
def test_the_same_words_always_come_out_the_same(text: str, hand: str) -> None:
    assert HANDS[hand](text, ()) == HANDS[hand](text, ())


def test_everything_typed_with_a_longer_word_has_a_slip() -> None:
    texts = {text for path in CONVERSATIONS for text in typed(read(path)) if LONG_WORD.search(text)}
    right = [text for text in texts if slips(text) == text]
    assert len(right) <= MOST_RIGHT, right


MOST_RIGHT = 3
"""Texts of which every slip we tried is another word."""


def test_names_that_are_stored_come_out_right() -> None:
    assert slips("naar Groningen", {"naar", "groningen"}) == "naar Groningen"


@pytest.mark.parametrize(
    ("own", "heard", "same"),
    [
        ("iets met hout", "Ik schrijf op: iest met huot", True),
        ("iets met hout", "iets met koken", False),
        ("schilderen", "sgilderen", True),
        ("hout", "brood", False),
    ],
)
def test_own_words_come_back_but_for_their_slips(own: str, heard: str, same: bool) -> None:
    assert are_in(own, heard) is same


def test_lists_of_own_words_are_the_same_one_by_one() -> None:
    assert is_same(["De les", "het boek"], ["de les.", "het boek"], most=0)
    assert not is_same(["de les"], ["de les", "het boek"])
    assert not is_same(None, "de les")
