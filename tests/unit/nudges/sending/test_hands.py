import threading
from functools import partial

import pytest

from bot.nudges.sending.hands import Hands


@pytest.mark.parametrize("count", [1, 3])
def test_every_task_is_done_and_counted_by_how_it_ended(count: int) -> None:
    with Hands(count) as hands:
        for n in range(20):
            hands.give(partial(str, n % 2))
    assert hands.ends == {"0": 10, "1": 10}


def test_tasks_are_done_beside_each_other() -> None:
    together = threading.Barrier(3, timeout=60)

    def meet() -> str:
        together.wait()
        return "met"

    with Hands(3) as hands:
        for _ in range(3):
            hands.give(meet)
    assert hands.ends == {"met": 3}


def test_one_hand_works_in_the_thread_of_its_owner() -> None:
    with Hands(1) as hands:
        hands.give(lambda: threading.current_thread().name)
    assert list(hands.ends) == [threading.current_thread().name]


def test_waiting_ends_when_every_task_did_or_when_it_took_long_enough() -> None:
    let_go = threading.Event()

    def stay() -> str:
        assert let_go.wait(timeout=60)
        return "stayed"

    with Hands(2) as hands:
        assert not hands.wait(60), "nothing is going on"
        hands.give(stay)
        assert hands.wait(0.01)
        assert hands.ends == {}
        let_go.set()
        assert hands.wait(60)
        assert hands.ends == {"stayed": 1}
        assert not hands.wait(60)


@pytest.mark.parametrize("count", [1, 2])
def test_what_a_task_raises_is_raised(count: int) -> None:
    def fail() -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), Hands(count) as hands:
        hands.give(fail)
