from collections import Counter

import pytest

from bot.nudges.experiment.draw import draw, pick


def test_the_same_words_draw_the_same_number_and_others_an_unrelated_one() -> None:
    assert draw("salt", "ab", "c") == draw("salt", "ab", "c")
    assert len({draw("salt", "ab", "c"), draw("salt", "a", "bc"), draw("salt", "abc"), draw("other", "ab", "c")}) == 4


def test_numbers_lie_evenly_between_0_and_1() -> None:
    tenths = Counter(int(draw("salt", str(n)) * 10) for n in range(10_000))
    assert sorted(tenths) == list(range(10))
    assert all(880 < count < 1120 for count in tenths.values())  # four standard deviations


@pytest.mark.parametrize(("drawn", "place"), [(0.0, 0), (0.249, 0), (0.25, 1), (0.74, 1), (0.75, 3), (0.999, 3)])
def test_a_number_falls_on_a_place_as_wide_as_its_chance(drawn: float, place: int) -> None:
    assert pick([0.25, 0.5, 0.0, 0.25], drawn) == place


def test_chances_that_do_not_quite_add_up_leave_no_number_without_a_place() -> None:
    assert pick([0.1] * 9 + [0.0999], 0.99999) == 9
