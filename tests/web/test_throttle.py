from bot.web.socket.throttle import Throttle


class Watch:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_burst_is_fine_and_then_it_goes_slowly() -> None:
    watch = Watch()
    throttle = Throttle(burst=3, per_second=0.5, now=watch)
    assert [throttle.allows("a") for _ in range(5)] == [True, True, True, False, False]
    watch.seconds = 2
    assert [throttle.allows("a") for _ in range(2)] == [True, False]


def test_each_name_has_its_own_measure() -> None:
    throttle = Throttle(burst=1, per_second=0, now=Watch())
    assert [throttle.allows("a"), throttle.allows("b"), throttle.allows("a")] == [True, True, False]


def test_waiting_long_never_saves_up_more_than_a_burst() -> None:
    watch = Watch()
    throttle = Throttle(burst=2, per_second=1, now=watch)
    throttle.allows("a")
    watch.seconds = 1_000_000
    assert [throttle.allows("a") for _ in range(3)] == [True, True, False]
