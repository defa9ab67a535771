import threading

from bot.dialogue.locks import PersonalLocks


def test_who_does_not_want_to_wait_hears_that_it_is_taken() -> None:
    locks = PersonalLocks()
    with locks.hold("me") as first, locks.hold("me", wait=False) as second, locks.hold("other", wait=False) as third:
        assert (first, second, third) == (True, False, True)


def test_after_use_nothing_is_left() -> None:
    locks = PersonalLocks()
    with locks.hold("me"), locks.hold("me", wait=False):
        pass
    assert locks._locks == {}
    assert not locks._users


def test_who_waits_gets_it_next() -> None:
    locks = PersonalLocks()
    order: list[str] = []
    entered = threading.Event()

    def second() -> None:
        entered.set()
        with locks.hold("me"):
            order.append("second")

    with locks.hold("me"):
        thread = threading.Thread(target=second)
        thread.start()
        entered.wait()
        order.append("first")
    thread.join()
    assert order == ["first", "second"]
