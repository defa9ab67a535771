"""The figures themselves."""

import pytest

from tests.nlu.figures import accuracy, auroc, interval, macro_f1

PAIRS = [("yes", "yes")] * 8 + [("no", "yes"), ("no", "no")]


def test_every_intent_counts_as_much() -> None:
    assert accuracy(PAIRS) == pytest.approx(0.9)
    assert macro_f1(PAIRS) == pytest.approx((16 / 17 + 2 / 3) / 2)


def test_chance_moves_a_figure_around_itself() -> None:
    low, high = interval(accuracy, PAIRS * 20)
    assert low < 0.9 < high
    assert high - low == pytest.approx(0.08, abs=0.03)


@pytest.mark.parametrize(
    ("inside", "outside", "expected"), [([0.9, 0.8], [0.1, 0.2], 1.0), ([0.5], [0.5], 0.5), ([0.1, 0.9], [0.5], 0.5), ([0.1], [0.9], 0.0)]
)
def test_a_score_separates_or_does_not(inside: list[float], outside: list[float], expected: float) -> None:
    assert auroc(inside, outside) == expected
