from math import exp, lgamma
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.nudges.experiment.thompson import PRIOR, Tally, chances_best

TALLIES = st.integers(0, 400).flatmap(lambda seen: st.builds(Tally, st.integers(0, seen), st.just(seen)))


def beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def chance_second_is_better(first: Tally, second: Tally) -> float:
    """The closed form for two (Miller, Formulas for Bayesian A/B testing)."""
    a1, b1 = PRIOR.good + first.good, PRIOR.seen - PRIOR.good + first.seen - first.good
    a2, b2 = PRIOR.good + second.good, PRIOR.seen - PRIOR.good + second.seen - second.good
    return sum(exp(beta(a1 + i, b1 + b2) - beta(1 + i, b2) - beta(a1, b1)) / (b2 + i) for i in range(a2))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Tally(), Tally(1, 1)),
        (Tally(0, 10), Tally(5, 10)),
        (Tally(20, 100), Tally(25, 100)),
        (Tally(3, 7), Tally(300, 1000)),
    ],
)
def test_for_two_the_chances_are_those_of_the_closed_form(first: Tally, second: Tally) -> None:
    assert chances_best([first, second])[1] == pytest.approx(chance_second_is_better(first, second), abs=0.002)


def test_for_many_the_chances_are_those_of_drawing_often() -> None:
    tallies = [Tally(2, 20), Tally(9, 30), Tally(), Tally(30, 100), Tally(1, 2)]
    chance, wins = Random(7), [0] * len(tallies)  # noqa: S311
    for _ in range(20_000):
        drawn = [chance.betavariate(PRIOR.good + t.good, PRIOR.seen - PRIOR.good + t.seen - t.good) for t in tallies]
        wins[drawn.index(max(drawn))] += 1
    assert chances_best(tallies) == pytest.approx([win / 20_000 for win in wins], abs=0.015)


@settings(max_examples=25)
@given(st.lists(TALLIES, min_size=1, max_size=12))
def test_chances_add_up_and_stay_with_whom_they_belong(tallies: list[Tally]) -> None:
    chances = chances_best(tallies)
    assert sum(chances) == pytest.approx(1)
    assert all(chance >= 0 for chance in chances)
    assert chances_best(tallies[::-1]) == pytest.approx(chances[::-1])


def test_what_nobody_knows_anything_about_is_equally_likely() -> None:
    assert chances_best([Tally()] * 8) == pytest.approx([1 / 8] * 8)


def test_very_many_observations_are_no_trouble() -> None:
    assert chances_best([Tally(20_000, 100_000), Tally(30_000, 100_000), Tally()])[1] > 0.6
