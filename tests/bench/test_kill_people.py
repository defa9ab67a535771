"""When something came although somebody wanted silence."""

import pytest

from bench.kill.people import Got, Silence


@pytest.mark.parametrize(
    ("on_the_way", "now", "broken"),
    [
        (0, Got(1, 2), False),
        (0, Got(2, 2), True),
        (0, Got(1, 3), True),
        (1, Got(2, 2), False),
        (1, Got(3, 2), True),
        (1, Got(1, 3), True),
    ],
)
def test_a_stop_is_broken_by_what_came_after_it_and_was_not_on_its_way(on_the_way: int, now: Got, broken: bool) -> None:
    assert Silence(0, True, Got(1, 2), on_the_way).is_broken(now) is broken


def test_what_comes_after_a_pause_ended_does_not_break_it() -> None:
    assert not Silence(0, False, Got(0, 0), 0, after=Got(0, 0)).is_broken(Got(1, 1))
    assert Silence(0, False, Got(0, 0), 0, after=Got(1, 0)).is_broken(Got(1, 1))
