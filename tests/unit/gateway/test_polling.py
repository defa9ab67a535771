from collections.abc import Callable, Sequence

import pytest
from telegram.error import InvalidToken, NetworkError, RetryAfter

from bot.errors import TokenRefused
from bot.gateway.line import RawUpdate
from bot.gateway.polling import PATIENCE, Poller

pytestmark = pytest.mark.anyio


class Telegram:
    """Holds updates until they are confirmed, plays a script of failures, and ends the test when all is confirmed."""

    def __init__(self, *ids: int, failures: Sequence[Exception] = (), most_polls: int = 50) -> None:
        self.waiting = [{"update_id": number} for number in ids]
        self.failures = list(failures)
        self.polls_left = most_polls
        self.one_at_a_time = False

    async def fetch(self, offset: int | None) -> list[dict[str, int]]:
        self.polls_left -= 1
        if self.failures:
            raise self.failures.pop(0)
        self.waiting = [update for update in self.waiting if offset is None or update["update_id"] >= offset]
        if not self.waiting or not self.polls_left:
            raise InvalidToken("the end")
        return self.waiting[:1] if self.one_at_a_time else self.waiting


class Store:
    """Takes updates in, as long as ``works`` says so."""

    def __init__(self, works: Callable[[int], bool] = lambda number: True) -> None:
        self.works = works
        self.stored: list[int] = []

    async def receive(self, update: RawUpdate) -> None:
        if not self.works(update["update_id"]):
            raise OSError("the store is away")
        if update["update_id"] not in self.stored:
            self.stored.append(update["update_id"])


class Pauses:
    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


async def poll(telegram: Telegram, store: Store) -> Pauses:
    pauses = Pauses()
    with pytest.raises(TokenRefused):
        await Poller(telegram.fetch, store.receive, pauses).run()
    return pauses


async def test_updates_are_stored_in_order_and_then_confirmed() -> None:
    telegram, store = Telegram(5, 6, 9), Store()
    await poll(telegram, store)
    assert store.stored == [5, 6, 9]
    assert telegram.waiting == []


async def test_nothing_is_confirmed_while_the_store_is_away() -> None:
    telegram, store = Telegram(5, 6, most_polls=20), Store(works=lambda number: False)
    pauses = await poll(telegram, store)
    assert telegram.waiting == [{"update_id": 5}, {"update_id": 6}]
    assert pauses.seconds[:6] == [1, 2, 4, 8, 16, 30]


async def test_when_the_store_comes_back_everything_is_there() -> None:
    tries = iter([False, False, True])
    telegram, store = Telegram(5, 6), Store(works=lambda number: number != 5 or next(tries, True))
    await poll(telegram, store)
    assert store.stored == [5, 6], "an update was stored out of order"


async def test_after_a_success_waiting_begins_small_again() -> None:
    rounds: dict[int, int] = {}

    def works(number: int) -> bool:
        rounds[number] = rounds.get(number, 0) + 1
        return rounds[number] > 2

    telegram, store = Telegram(5, 6), Store(works)
    telegram.one_at_a_time = True
    pauses = await poll(telegram, store)
    assert pauses.seconds == [1, 2, 1, 2]


async def test_one_impossible_update_does_not_stop_the_others() -> None:
    telegram, store = Telegram(5, 6, 7), Store(works=lambda number: number != 6)
    pauses = await poll(telegram, store)
    assert store.stored == [5, 7]
    assert telegram.waiting == []
    assert len(pauses.seconds) == PATIENCE


async def test_an_impossible_update_that_is_alone_is_kept() -> None:
    telegram, store = Telegram(5, most_polls=20), Store(works=lambda number: False)
    await poll(telegram, store)
    assert telegram.waiting == [{"update_id": 5}]


async def test_retry_after_is_honoured() -> None:
    pauses = await poll(Telegram(5, failures=[RetryAfter(17)]), Store())
    assert pauses.seconds == [17]


async def test_an_unreachable_telegram_is_asked_again_and_again_less_often() -> None:
    store = Store()
    pauses = await poll(Telegram(5, failures=[NetworkError("weg")] * 4), store)
    assert pauses.seconds == [1, 2, 4, 8]
    assert store.stored == [5]


async def test_a_strange_answer_does_not_stop_polling() -> None:
    store = Store()
    await poll(Telegram(5, failures=[KeyError("update_id")]), store)
    assert store.stored == [5]


async def test_a_refused_token_stops_polling() -> None:
    telegram = Telegram(5, failures=[InvalidToken()])
    pauses = await poll(telegram, Store())
    assert telegram.waiting == [{"update_id": 5}]
    assert pauses.seconds == []
