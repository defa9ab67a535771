import threading
from collections.abc import Iterator

import pytest

from bot.nudges.sending.overlap import overlapping


@pytest.mark.parametrize("at_once", [1, 2, 3])
def test_everything_is_done_once_and_comes_in_order(at_once: int) -> None:
    assert list(overlapping(str, range(10), at_once)) == [str(number) for number in range(10)]


def test_two_are_done_beside_each_other() -> None:
    together = threading.Barrier(2, timeout=60)
    assert len(list(overlapping(lambda _: together.wait(), range(4), 2))) == 4


def test_one_at_a_time_is_done_by_the_caller_before_the_next_is_asked_for() -> None:
    asked: list[int] = []

    def things() -> Iterator[int]:
        for number in range(3):
            asked.append(number)
            yield number

    done = overlapping(lambda _: threading.current_thread(), things(), 1)
    assert next(done) is threading.current_thread()
    assert asked == [0]


@pytest.mark.parametrize("at_once", [1, 2])
def test_what_goes_wrong_is_raised(at_once: int) -> None:
    with pytest.raises(ZeroDivisionError):
        list(overlapping(lambda number: 1 // number, [1, 0], at_once))
