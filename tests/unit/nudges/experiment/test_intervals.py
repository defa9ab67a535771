from collections.abc import Sequence
from math import sqrt
from random import Random

import pytest

from bot.nudges.experiment.intervals import Interval, Part, between_choices, between_people, is_uneven

TIMES = 400


@pytest.mark.parametrize(
    ("others", "compared", "low", "high"),
    [
        (Part(56, 70), Part(48, 80), 0.0524, 0.3339),
        (Part(9, 10), Part(3, 10), 0.1705, 0.8090),
        (Part(5, 56), Part(0, 29), -0.0381, 0.1926),
        (Part(10, 10), Part(0, 10), 0.6075, 1.0000),
    ],
)
def test_the_interval_between_people_is_that_of_newcombe_table_2(others: Part, compared: Part, low: float, high: float) -> None:
    found = between_people(others, compared, 0.95)
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.00006)


def test_choices_of_people_who_chose_once_have_the_interval_of_every_textbook() -> None:
    people = [(Part(int(n < 30), 1), Part(0, 0)) for n in range(100)] + [(Part(0, 0), Part(int(n < 20), 1)) for n in range(100)]
    found = between_choices(people, 0.95)
    half = 1.959964 * sqrt((0.3 * 0.7 + 0.2 * 0.8) / 100 * 200 / 199)
    assert (found.difference, found.low, found.high) == pytest.approx((0.1, 0.1 - half, 0.1 + half))


def test_choices_by_hand() -> None:
    """Two of three were good, against one of three: each person's pull is what they have more than those rates, per three."""
    people = [(Part(1, 1), Part(0, 1)), (Part(1, 2), Part(1, 1)), (Part(0, 0), Part(0, 1))]
    pulls = [(1 - 2 / 3) / 3 - (0 - 1 / 3) / 3, (1 - 4 / 3) / 3 - (1 - 1 / 3) / 3, 0 - (0 - 1 / 3) / 3]
    half = 1.959964 * sqrt(sum(pull**2 for pull in pulls) * 3 / 2)
    assert between_choices(people, 0.95) == Interval(pytest.approx(1 / 3), pytest.approx(1 / 3 - half), pytest.approx(1 / 3 + half))


def test_the_same_people_five_times_over_are_no_more_people() -> None:
    once = [(Part(n % 2, 1), Part(n % 3 == 0, 1)) for n in range(60)]
    five_times = [(Part(5 * mine.good, 5), Part(5 * theirs.good, 5)) for mine, theirs in once]
    assert between_choices(five_times, 0.95) == between_choices(once, 0.95)


def test_the_interval_between_people_holds_the_truth_as_often_as_it_says() -> None:
    chance = Random(11)  # noqa: S311
    found = [between_people(_some(chance, 0.30, 450), _some(chance, 0.22, 50), 0.95) for _ in range(TIMES)]
    assert 0.92 < _holding(found, 0.08) <= 0.985


def test_the_interval_between_choices_holds_the_truth_although_people_resemble_themselves() -> None:
    chance = Random(12)  # noqa: S311
    found = [between_choices([_person(chance) for _ in range(120)], 0.95) for _ in range(TIMES)]
    assert 0.92 < _holding(found, 0.05) <= 0.985


@pytest.mark.parametrize(
    ("others", "compared", "uneven"), [(800, 200, False), (820, 180, False), (850, 150, True), (740, 260, True), (0, 0, False)]
)
def test_a_split_that_a_fair_draw_would_hardly_give_is_uneven(others: int, compared: int, uneven: bool) -> None:
    assert is_uneven(others, compared, 0.2) is uneven


def _some(chance: Random, rate: float, number: int) -> Part:
    return Part(sum(chance.random() < rate for _ in range(number)), number)


def _person(chance: Random) -> tuple[Part, Part]:
    """Six choices of somebody who takes up a lot or little, four of five by what was learned, which makes 0.05 difference."""
    habit, mine, theirs = chance.choice((0.05, 0.2, 0.6)), Part(0, 0), Part(0, 0)
    for _ in range(6):
        if chance.random() < 0.8:
            mine += Part(chance.random() < habit + 0.05, 1)
        else:
            theirs += Part(chance.random() < habit, 1)
    return mine, theirs


def _holding(found: Sequence[Interval], truth: float) -> float:
    return sum(one.low <= truth <= one.high for one in found) / len(found)


@pytest.mark.parametrize(("compared", "uneven"), [(4_836, False), (4_835, True), (5_164, False), (5_165, True)])
def test_a_division_is_uneven_beyond_what_one_in_a_thousand_fair_draws_does(compared: int, uneven: bool) -> None:
    """Of 10,000 with equal chances 3.29 standard deviations of 50 lie beyond 164.5."""
    assert is_uneven(10_000 - compared, compared, 0.5) is uneven


def test_one_person_has_an_interval_of_their_own_spread_and_two_of_twice_that() -> None:
    one = [(Part(1, 2), Part(1, 3))]
    assert between_choices(one, 0.95) == Interval(pytest.approx(1 / 6), pytest.approx(1 / 6), pytest.approx(1 / 6))
    two = [(Part(1, 1), Part(0, 1)), (Part(0, 1), Part(0, 1))]
    half = 1.959964 * sqrt(2 * (0.25**2) * 2 / 1)
    assert between_choices(two, 0.95) == Interval(pytest.approx(0.5), pytest.approx(0.5 - half), pytest.approx(0.5 + half))
