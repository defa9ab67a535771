"""A small sum that somebody asks for is worked out; whatever else holds numbers is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.numbers.sums import LARGEST, sum_in

SMALL = st.integers(0, LARGEST)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("wat is 7x8", 56),
        ("Hoeveel is acht keer zeven?", 56),
        ("weet je wat 12 : 4 is", 3),
        ("hoeveel is 3+4=", 7),
        ("wat is 2 - 5", -3),
        ("wat is 8 gedeeld door 2", 4),
    ],
)
def test_a_sum_is_worked_out(text: str, answer: int) -> None:
    assert sum_in(text) == answer


@pytest.mark.parametrize(
    "text", ["7-8", "10:30", "wat is 7:2", "wat is 1/0", "wat is excel", "wat is 99999x2", "wat is 7x8x9", "iets met 2 x 3 planken"]
)
def test_other_numbers_are_no_sum(text: str) -> None:
    assert sum_in(text) is None


@given(one=SMALL, other=SMALL)
def test_every_small_sum_comes_out(one: int, other: int) -> None:
    assert sum_in(f"wat is {one} + {other}?") == one + other
    assert sum_in(f"wat is {one}x{other}") == one * other
