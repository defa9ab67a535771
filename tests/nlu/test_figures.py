"""The figures themselves."""

import pytest

from tests.nlu.figures import accuracy, auroc, bins, calibration_error, interval, macro_f1

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


def test_confidence_is_held_against_how_often_it_was_right() -> None:
    answers = [(0.95, True), (1.0, True), (0.92, False), (0.31, True), (0.35, False)]
    low, high = bins(answers)
    assert (low.count, high.count) == (2, 3)
    assert [low.sure, low.right, high.sure, high.right] == pytest.approx([0.33, 0.5, 2.87 / 3, 2 / 3])
    assert calibration_error(answers) == pytest.approx((2 * 0.17 + 0.87) / 5)
    assert calibration_error([(1.0, True), (0.0, False)]) == 0
