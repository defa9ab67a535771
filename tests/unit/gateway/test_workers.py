import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
import pytest

from bot.gateway.errands import Errands
from bot.gateway.workers import TRY_AGAIN_AFTER, Workers
from bot.messages import Address

pytestmark = pytest.mark.anyio
ANNA, BRAM = Address("telegram", "1001"), Address("telegram", "1002")


@asynccontextmanager
async def nothing(chat: str) -> AsyncIterator[None]:
    yield


async def no_pause(seconds: float) -> None:
    return


async def test_a_chat_is_worked_off_one_at_a_time_and_again_when_more_came() -> None:
    started, go_on = threading.Semaphore(0), threading.Semaphore(0)
    at_once: list[int] = []
    busy = 0

    def work_off(address: Address) -> None:
        nonlocal busy
        busy += 1
        at_once.append(busy)
        started.release()
        go_on.acquire()
        busy -= 1

    errands = Errands()
    workers = Workers(work_off, nothing, errands)
    workers.wake(ANNA)
    await anyio.to_thread.run_sync(started.acquire)
    workers.wake(ANNA)
    workers.wake(ANNA)
    go_on.release()
    go_on.release()
    await errands.finish(within=10)
    assert at_once == [1, 1], "two messages that came together need one more round, not two, and never at the same time"


async def test_chats_are_worked_off_beside_each_other() -> None:
    both = threading.Barrier(2, timeout=10)
    errands = Errands()
    workers = Workers(lambda address: both.wait() and None, nothing, errands)
    workers.wake(ANNA)
    workers.wake(BRAM)
    await errands.finish(within=10)
    assert not both.broken


async def test_a_failure_is_tried_again_and_the_next_message_still_works() -> None:
    calls: list[Address] = []
    pauses: list[float] = []

    def work_off(address: Address) -> None:
        calls.append(address)
        if len(calls) <= len(TRY_AGAIN_AFTER) + 1:
            raise OSError("the database restarts")

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    errands = Errands()
    workers = Workers(work_off, nothing, errands, pause)
    workers.wake(ANNA)
    await errands.finish(within=10)
    assert pauses == list(TRY_AGAIN_AFTER)
    assert len(calls) == len(TRY_AGAIN_AFTER) + 1
    workers.wake(ANNA)
    await errands.finish(within=10)
    assert len(calls) == len(TRY_AGAIN_AFTER) + 2


async def test_a_failure_that_passes_is_not_tried_more_than_needed() -> None:
    calls: list[Address] = []

    def work_off(address: Address) -> None:
        calls.append(address)
        if len(calls) == 1:
            raise OSError("once")

    errands = Errands()
    Workers(work_off, nothing, errands, no_pause).wake(ANNA)
    await errands.finish(within=10)
    assert len(calls) == 2


async def test_it_is_shown_that_we_are_busy_for_as_long_as_it_takes() -> None:
    shown: list[str] = []

    @asynccontextmanager
    async def typing(chat: str) -> AsyncIterator[None]:
        shown.append(f"{chat} starts")
        yield
        shown.append(f"{chat} ends")

    errands = Errands()
    Workers(lambda address: shown.append("works"), typing, errands).wake(ANNA)
    await errands.finish(within=10)
    assert shown == ["1001 starts", "works", "1001 ends"]


async def test_stopping_does_not_wait_for_ever() -> None:
    never = threading.Event()
    errands = Errands()
    Workers(lambda address: never.wait(60) and None, nothing, errands).wake(ANNA)
    with anyio.fail_after(5):
        await errands.finish(within=0.1)
    never.set()
