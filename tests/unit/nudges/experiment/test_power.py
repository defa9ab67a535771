import pytest

from bot.nudges.experiment.power import Risks, detectable, needed


@pytest.mark.parametrize(("base", "effect", "number"), [(0.10, 0.02, 3841), (0.10, 0.05, 686), (0.20, 0.014, 13146), (0.30, 0.07, 713)])
def test_the_numbers_per_group_are_those_of_the_usual_tables(base: float, effect: float, number: int) -> None:
    assert needed(base, effect, Risks()) == number


def test_more_others_mean_fewer_to_compare_with_but_more_in_all() -> None:
    equal, four_times = needed(0.1, 0.05, Risks()), needed(0.1, 0.05, Risks(), per_compared=4)
    assert four_times < equal
    assert four_times * 5 > equal * 2


def test_smaller_risks_ask_for_more() -> None:
    assert needed(0.1, 0.05, Risks(alpha=0.025)) > needed(0.1, 0.05, Risks()) < needed(0.1, 0.05, Risks(power=0.9))


@pytest.mark.parametrize(("base", "effect"), [(0.10, 0.05), (0.20, 0.02), (0.30, 0.07)])
def test_what_can_be_seen_with_the_needed_numbers_is_what_they_were_needed_for(base: float, effect: float) -> None:
    number = needed(base, effect, Risks(), per_compared=4)
    assert detectable(base, number, 4 * number, Risks()) == pytest.approx(effect, abs=effect / 100)


def test_nobody_shows_nothing_and_a_handful_nothing_either() -> None:
    assert detectable(0.1, 0, 100, Risks()) is None
    assert detectable(0.1, 100, 0, Risks()) is None
    assert detectable(0.9, 3, 3, Risks()) is None


@pytest.mark.parametrize("compared", [60, 500, 5_000])
def test_the_smallest_difference_that_can_be_seen_needs_just_those_numbers(compared: int) -> None:
    smallest = detectable(0.2, compared, 3 * compared, Risks())
    assert smallest is not None
    assert needed(0.2, smallest, Risks(), per_compared=3) == compared
    assert needed(0.2, smallest - 1e-9, Risks(), per_compared=3) == compared + 1


def test_the_fewest_who_can_show_anything_show_the_largest_rise() -> None:
    fewest = needed(0.3, 0.7, Risks())
    assert detectable(0.3, fewest, fewest, Risks()) is not None
    assert detectable(0.3, fewest - 1, fewest - 1, Risks()) is None
